using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiteBooks.Tests.Support;

/// <summary>What the server answered, read to its end.</summary>
internal sealed partial record Answer(HttpRequestMessage Request, int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
    }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The entity tag, which every answer about a resource has.</summary>
    public string ETag => Header("ETag") ?? throw new InvalidOperationException($"No ETag for {Request.Method} {Request.RequestUri}.");

    /// <summary>The targets of the Link header by their relations (RFC 8288).</summary>
    public IReadOnlyDictionary<string, string> Links => LinkValue().Matches(Header("Link") ?? "")
        .ToDictionary(link => link.Groups["relation"].Value, link => link.Groups["target"].Value);

    public Answer ShouldBe(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status} for {Request.Method} {Request.RequestUri?.PathAndQuery}: {Text}");
        return this;
    }

    public static async Task<Answer> Read(HttpRequestMessage request, HttpResponseMessage response)
    {
        // As they came: the typed views would compute a Content-Length that was never sent.
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        AddAll(headers, response.Headers.NonValidated);
        AddAll(headers, response.Content.Headers.NonValidated);
        return new Answer(request, (int)response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync());
    }

    private static void AddAll(Dictionary<string, string> headers, HttpHeadersNonValidated source)
    {
        foreach (var (name, values) in source)
            headers.Add(name, values.ToString());
    }

    [GeneratedRegex("<(?<target>[^>]*)>; rel=\"(?<relation>[^\"]*)\"")]
    private static partial Regex LinkValue();
}
