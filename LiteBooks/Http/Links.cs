using Microsoft.AspNetCore.Http.Extensions;

namespace LiteBooks.Http;

/// <summary>The Link header of a list (RFC 8288): the same address with another page or cursor, every other parameter kept.</summary>
public static class Links
{
    /// <summary>Adds first, prev, next and last, and the totals, for a list that is counted in pages.</summary>
    public static void AddPages(HttpContext context, long page, long totalPages, long total)
    {
        var last = Math.Max(1, totalPages);
        Add(context, "first", "page", "1");
        if (page > 1)
            Add(context, "prev", "page", $"{Math.Min(page - 1, last)}");
        if (page < last)
            Add(context, "next", "page", $"{page + 1}");
        Add(context, "last", "page", $"{last}");
        context.Response.Headers["X-Total-Count"] = $"{total}";
        context.Response.Headers["X-Total-Pages"] = $"{totalPages}";
    }

    /// <summary>Adds next and prev for a list that is walked by cursor; null where there is none.</summary>
    public static void AddCursors(HttpContext context, string? previous, string? next)
    {
        if (previous is not null)
            Add(context, "prev", "cursor", previous);
        if (next is not null)
            Add(context, "next", "cursor", next);
    }

    private static void Add(HttpContext context, string relation, string parameter, string value)
    {
        var query = new QueryBuilder(context.Request.Query.Where(pair => pair.Key != parameter)) { { parameter, value } };
        var link = $"<{ApiVersions.AsAsked(context)}{query}>; rel=\"{relation}\"";
        context.Response.Headers.Append("Link", link);
    }
}
