using LiteBooks.Http.Description;
using static LiteBooks.Http.Description.QueryParameter;

namespace LiteBooks.Books;

/// <summary>The query parameters that <see cref="BookQuery"/> reads, as the OpenAPI document shows them.</summary>
internal static class BookQueryParameters
{
    public static IReadOnlyList<QueryParameter> Filters { get; } =
    [
        Text("search", "Part of the title or of the author's name, regardless of case and accents.", "le guin", shortest: 2),
        Text("genre", "The genre, regardless of case.", "science-fiction"),
        Texts("genres", "Any of these genres, regardless of case.", "science-fiction"),
        Text("author", "Part of the author's name, regardless of case and accents.", "le guin"),
        Texts("authors", "Part of the author's name, any of these.", "le guin"),
        Choice("status", "What can be done with the book now.", BookStatus.All),
        SomeOf("statuses", "Any of these statuses.", BookStatus.All),
        Texts("tags", "All of these tags.", "classic"),
        Texts("any_tags", "Any of these tags.", "classic"),
        Number("min_price", "The lowest price, inclusive.", 5, least: 0),
        Number("max_price", "The highest price, inclusive.", 20, least: 0),
        Whole("published_after", "The first year of publication, inclusive.", least: BookLimits.EarliestYear, example: 1950),
        Whole("published_before", "The last year of publication, inclusive.", example: 2000),
        Switch("in_stock", "`true`: only books that are in stock; `false`: only those that are not."),
    ];

    /// <summary>The older name of <c>search</c>.</summary>
    public static QueryParameter OldSearch { get; } = Text("q", "Part of the title or of the author's name, regardless of case and accents.", "le guin", shortest: 2) with { IsRequired = true };

    public static IReadOnlyList<QueryParameter> FiltersButSearch { get; } = [.. Filters.Where(filter => filter.Name != "search")];

    public static QueryParameter Atomic { get; } = Switch("atomic", "`true`: all books or none; one that exists already is then 409.");

    public static IReadOnlyList<QueryParameter> Sorting { get; } =
    [
        Choice("sort_by", "What to sort by. `relevance` needs a `search`. Books without a value come last.", BookListing.Sorts.Keys, "created_at"),
        Choice("sort_order", "The direction of the sort.", ["asc", "desc"], "desc"),
    ];
}
