using System.Text.Json.Serialization;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;

namespace LiteBooks.Books.V2;

/// <summary>One page of books in version 2, and what it was asked for.</summary>
[Listing("data", typeof(BookV2))]
[Example($$"""
    {
      "data": [{{BookV2.Sample}}],
      "pagination": { "page": 1, "per_page": 20, "total": 1, "total_pages": 1, "has_next": false, "has_prev": false },
      "filters": { "genre": "science-fiction", "sort_by": "created_at", "sort_order": "desc" }
    }
    """)]
public sealed record BookV2List : IHasLinks
{
    public required IReadOnlyList<BookV2> Data { get; init; }
    public required Pagination Pagination { get; init; }
    public required AppliedFilters Filters { get; init; }

    public void AddLinks(HttpContext context) => Http.Links.AddPages(context, Pagination.Page, Pagination.TotalPages, Pagination.Total);

    public static BookV2List From(IEnumerable<BookRow> rows, BookPage page, BookQuery query, string currency) => new()
    {
        Data = [.. rows.Select(row => BookV2.From(row, currency))],
        Pagination = new(page.Page, page.PerPage, page.Total, page.TotalPages, page.HasNext, page.HasPrev),
        Filters = AppliedFilters.From(query),
    };
}

/// <summary>Which page it is, and of how many.</summary>
public sealed record Pagination(long Page, int PerPage, long Total, long TotalPages, bool HasNext, bool HasPrev);

/// <summary>The filters that were applied, and the sort; filters that filter nothing are left out.</summary>
public sealed record AppliedFilters
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Search { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Genre { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Genres { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Author { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Authors { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Statuses { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tags { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? AnyTags { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? MinPrice { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? MaxPrice { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? PublishedAfter { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? PublishedBefore { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? InStock { get; init; }
    public required string SortBy { get; init; }
    public required string SortOrder { get; init; }

    public static AppliedFilters From(BookQuery query) => new()
    {
        Search = query.Search,
        Genre = query.Genre,
        Genres = AnyOf(query.Genres),
        Author = query.Author,
        Authors = AnyOf(query.Authors),
        Status = query.Status,
        Statuses = AnyOf(query.Statuses),
        Tags = AnyOf(query.Tags),
        AnyTags = AnyOf(query.AnyTags),
        MinPrice = query.MinPrice?.Value,
        MaxPrice = query.MaxPrice?.Value,
        PublishedAfter = query.PublishedAfter,
        PublishedBefore = query.PublishedBefore,
        InStock = query.InStock,
        SortBy = query.SortBy,
        SortOrder = query.Descending ? "desc" : "asc",
    };

    private static IReadOnlyList<string>? AnyOf(IReadOnlyList<string> values) => values.Count > 0 ? values : null;
}
