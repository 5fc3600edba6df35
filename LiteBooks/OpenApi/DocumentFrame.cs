namespace LiteBooks.OpenApi;

/// <summary>What the document says of the API as a whole.</summary>
internal static class DocumentFrame
{
    private const string Description = """
        A book catalogue on one machine: fast, small, and yours.

        **Values.** Members, parameters and listed values are `snake_case`. Times are RFC 3339 in UTC, prices are numbers with at most two decimals, ids are positive 64-bit integers.

        **Lists** come in pages: `page` counts from 1, `per_page` is at most 100. Filters combine with AND; parameters that are not known are ignored.

        **Requests** are strict JSON in UTF-8. Members that are not known are refused, so that a misspelt one is noticed. HEAD answers wherever GET does, and a trailing slash makes no difference.

        **Errors** are problem documents (RFC 9457, `application/problem+json`). `code` is stable, `type` leads to a page that explains it, `request_id` finds the request in the server's log, and `errors` lists every value that is not valid.
        """;

    public static void Put(NSwag.OpenApiDocument document)
    {
        document.Info = new NSwag.OpenApiInfo
        {
            Title = "LiteBooks",
            Version = Server.Version,
            Description = Description.ReplaceLineEndings("\n"),
            License = new NSwag.OpenApiLicense { Name = "MIT", Url = "https://opensource.org/license/mit" },
        };
        document.Servers.Clear();
        document.Servers.Add(new NSwag.OpenApiServer { Url = "/" });
        // The generator's version would change the document without any change of the API.
        document.Generator = null;
    }
}
