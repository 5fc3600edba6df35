namespace LiteBooks.OpenApi;

/// <summary>What the document says of the API as a whole.</summary>
internal static class DocumentFrame
{
    private const string Description = """
        A book catalogue on one machine: fast, small, and yours.

        **Values.** Members, parameters and listed values are `snake_case`. Times are RFC 3339 in UTC, prices are numbers with at most two decimals, ids are positive 64-bit integers.

        **Lists** come in pages: `page` counts from 1, `per_page` is at most 100. Filters combine with AND; parameters that are not known are ignored. The `Link` header leads to the pages beside this one.

        **Cursors** walk through a list that changes meanwhile: nothing comes twice and nothing is missed. They are opaque, lead both ways, and are good for the filters and the sort that they were given for; `limit` is at most 100.

        **Requests** are strict JSON in UTF-8. Members that are not known are refused, so that a misspelt one is noticed. HEAD answers wherever GET does, and a trailing slash makes no difference.

        **Who may do what.** While a server has no users, it is open: its own machine may do everything, others may read. The first user claims it and is an admin; from then on every write needs a token, which `POST /auth/token` gives for a username and a password. Roles include each other: viewer, editor, admin. A token that is not good is 401 everywhere, also where none is needed.

        **Conditional requests.** Every answer to a GET has an `ETag` and is to be asked for again before it is reused (`Cache-Control: no-cache`); with that tag in `If-None-Match`, the answer is 304 as long as nothing has changed. With it in `If-Match`, a change is made only to the version that one has seen; else it is 412. A server can be set to demand that (428).

        **Idempotency.** A POST that creates may carry an `Idempotency-Key`. Sent again within 24 hours, the same request is not done again: the first answer is given once more, with `Idempotency-Replayed: true`. Another request under the same key is 422, and while the first still runs it is 409.

        **Versions.** `/api/v1` and `/api/v2` show the same books. `/api/books` and all below it go to the version that the header `X-API-Version` names, `1` or `2`, and to `1` without it; the answer names it in the same header, and another value is 400. Once a server is given a day on which version 1 ends, each answer of that version tells it: `Deprecation`, `Sunset`, and a `Link` to its successor.

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
