using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace LiteBooks.Http;

/// <summary>Kinds of problems as HTML.</summary>
internal static class ProblemPage
{
    /// <summary>One kind, with a document as a client gets it.</summary>
    public static string Of(ProblemType type) => Frame(type.Title, $$"""
        <nav><a href="/problems">All kinds of problems</a></nav>
        <p class="status">{{type.Status}} {{ReasonPhrases.GetReasonPhrase(type.Status)}}</p>
        <h1>{{Encode(type.Title)}}</h1>
        <p>{{Encode(type.Explanation)}}</p>
        <pre><code>{
          "type": "{{type.Uri}}",
          "title": "{{Encode(type.Title)}}",
          "status": {{type.Status}},
          "code": "{{type.Code}}",
          …
        }</code></pre>
        <p class="note"><code>detail</code> says what is wrong with the request itself, and <code>request_id</code> finds it in the server's log.</p>
        """);

    /// <summary>All kinds, by status.</summary>
    public static string Of(IEnumerable<ProblemType> types)
    {
        var list = new StringBuilder();
        foreach (var status in types.GroupBy(type => type.Status))
        {
            list.Append($"<h2>{status.Key} {ReasonPhrases.GetReasonPhrase(status.Key)}</h2>\n<dl>\n");
            foreach (var type in status)
                list.Append($"<dt><a href=\"{type.Uri}\"><code>{type.Code}</code></a></dt>\n<dd>{Encode(type.Explanation)}</dd>\n");
            list.Append("</dl>\n");
        }
        return Frame("Problems", $"""
            <nav><a href="/docs">The API</a></nav>
            <h1>Problems</h1>
            <p>Every error is a problem document (RFC 9457). Its <code>code</code> never changes, and its <code>type</code> is the address of one of these pages.</p>
            {list}
            """);
    }

    private static string Frame(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{Encode(title)} · LiteBooks</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="/problems/problems.css">
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>

        """;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
