namespace LiteBooks.OpenApi;

/// <summary>What the document says of the API as a whole.</summary>
internal static class DocumentFrame
{
    private const string Description = """
        A book catalogue on one machine: fast, small, and yours.

        ## Features

        - **Books** with search regardless of case and accents, filters, sorts, pages and cursors, counts by genre, tag, decade and price, and explained ISBNs.
        - **Authors** and **reviews**, which editors approve.
        - **Users** with roles, **orders** that take from the stock, **reports** that are made in the background.
        - **Safe writes**: entity tags, idempotency keys, many books in one transaction, and a trail of every change.

        Members, parameters and listed values are `snake_case`. Times are RFC 3339 in UTC, prices are numbers with at most two decimals, ids are positive 64-bit integers. Bodies are strict JSON in UTF-8: members that are not known are refused, so that a misspelt one is noticed. Texts are measured in Unicode characters, without the blanks around them, and hold no control characters beside tabs and line ends. HEAD answers wherever GET does, and a trailing slash makes no difference.

        ## Authentication

        While a server has no users, it is open: its own machine may do everything, others may read. The first user claims it and is an admin; from then on every write needs a token, which `POST /auth/token` gives for a username and a password, and which is sent as `Authorization: Bearer`. Roles include each other: viewer, editor, admin. A token that is not good is 401, also where none is needed; only health does not look at it.

        ## Errors

        Errors are problem documents (RFC 9457, `application/problem+json`). `code` is stable, `type` leads to a page that explains it (all of them are listed at [/problems](/problems)), `request_id` finds the request in the server's log, and `errors` lists every value that is not valid.

        ## Paging

        **Lists** come in pages: `page` counts from 1, `per_page` is at most 100. Filters combine with AND; parameters that are not known are ignored. The `Link` header leads to the pages beside this one.

        **Cursors** walk through a list that changes meanwhile: nothing comes twice and nothing is missed. They are opaque, lead both ways, and are good for the filters and the sort that they were given for; `limit` is at most 100.

        ## Safe writes

        **Conditional requests.** Every answer to a GET has an `ETag` and is to be asked for again before it is reused (`Cache-Control: no-cache`); with that tag in `If-None-Match`, the answer is 304 as long as nothing has changed. With it in `If-Match`, a change is made only to the version that one has seen; else it is 412. A server can be set to demand that (428).

        **Idempotency.** A POST that creates may carry an `Idempotency-Key`. Sent again within 24 hours, the same request is not done again: the first answer is given once more, with `Idempotency-Replayed: true`. Another request under the same key is 422, and while the first still runs it is 409.

        ## Versions

        `/api/v1` and `/api/v2` show the same books. `/api/books` and all below it go to the version that the header `X-API-Version` names, `1` or `2`, and to `1` without it; the answer names it in the same header, and another value is 400. Once a server is given a day on which version 1 ends, each answer of that version tells it: `Deprecation`, `Sunset`, and a `Link` to its successor. Within a version nothing is taken away: members, parameters and listed values may be added to answers, and a client passes over what it does not know.
        """;

    // As a reader meets them, whatever the order of the routes.
    private static readonly string[] Topics = ["books", "authors", "reviews", "users", "orders", "reports", "admin", "auth", "health"];

    public static void Put(NSwag.OpenApiDocument document)
    {
        document.Info = new NSwag.OpenApiInfo
        {
            Title = "LiteBooks",
            Version = Server.Version,
            Description = Description.ReplaceLineEndings("\n"),
            Contact = new NSwag.OpenApiContact { Name = "The LiteBooks contributors" },
            License = new NSwag.OpenApiLicense { Name = "MIT", Url = "https://opensource.org/license/mit" },
        };
        document.Servers.Clear();
        document.Servers.Add(new NSwag.OpenApiServer { Url = "/", Description = "Production: the server that this document came from." });
        document.ExternalDocumentation = new NSwag.OpenApiExternalDocumentation { Description = "All of this on one page to read", Url = "/redoc" };
        document.Tags = [.. document.Tags.OrderBy(tag => Array.IndexOf(Topics, tag.Name))];
        foreach (var tag in document.Tags)
            tag.ExternalDocumentation = new NSwag.OpenApiExternalDocumentation { Description = "The same to read", Url = "/redoc#tag/" + tag.Name };
        // The generator's version would change the document without any change of the API.
        document.Generator = null;
    }
}
