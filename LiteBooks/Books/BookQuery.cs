using LiteBooks.Http;

namespace LiteBooks.Books;

/// <summary>What a list of books is asked for. All filters must hold together; an absent or empty one filters nothing.</summary>
public sealed record BookQuery
{
    public const string Relevance = "relevance";

    /// <summary>Part of the title or author, regardless of case and accents.</summary>
    public string? Search { get; init; }

    /// <summary>A genre, regardless of case.</summary>
    public string? Genre { get; init; }
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Part of the author's name, regardless of case and accents.</summary>
    public string? Author { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public string? Status { get; init; }
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Tags that a book must have all of.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Tags that a book must have one of.</summary>
    public IReadOnlyList<string> AnyTags { get; init; } = [];
    public ExactDecimal? MinPrice { get; init; }
    public ExactDecimal? MaxPrice { get; init; }

    /// <summary>The first year, inclusive.</summary>
    public long? PublishedAfter { get; init; }

    /// <summary>The last year, inclusive.</summary>
    public long? PublishedBefore { get; init; }
    public bool? InStock { get; init; }

    /// <summary>The one author whose books are meant. It stands in the path and is no parameter.</summary>
    public long? AuthorId { get; init; }
    public string SortBy { get; init; } = "created_at";
    public bool Descending { get; init; } = true;
    public PageRequest Page { get; init; } = PageRequest.First;

    /// <summary>Rows of a piece that is walked by cursor.</summary>
    public int Limit { get; init; } = PageRequest.DefaultPerPage;

    /// <summary>Whether nothing is asked but of which genres and statuses the books are, if anything.</summary>
    public bool IsOfKindsOnly => this is
    {
        Search: null, Author: null, Authors: [], Tags: [], AnyTags: [], MinPrice: null, MaxPrice: null,
        PublishedAfter: null, PublishedBefore: null, InStock: null, AuthorId: null,
    };

    /// <summary>All that decides which rows come in which order.</summary>
    public string ListKey => string.Join('\u0001', (string?[])
    [
        Search, Genre, string.Join('\u0002', Genres), Author, string.Join('\u0002', Authors), Status, string.Join('\u0002', Statuses),
        string.Join('\u0002', Tags), string.Join('\u0002', AnyTags), $"{MinPrice?.Value}", $"{MaxPrice?.Value}",
        $"{PublishedAfter}", $"{PublishedBefore}", $"{InStock}", SortBy, $"{Descending}", $"{AuthorId}",
    ]);

    /// <summary>What a cursor is bound to: the same, in short.</summary>
    public string ListDigest => Cursor.DigestOf(ListKey);

    public static Outcome<BookQuery> Read(IQueryCollection parameters, ListKind kind, string searchName = "search", bool requireSearch = false)
    {
        var read = new QueryReader(parameters, new Faults());
        var query = new BookQuery
        {
            Search = read.Text(searchName, shortest: 2),
            Genre = read.Filter("genre"),
            Genres = read.Filters("genres"),
            Author = read.Filter("author"),
            Authors = read.Filters("authors"),
            Status = read.Filter("status") is { } status ? read.ListedOrFault("status", status, BookStatus.All) : null,
            Statuses = [.. read.Filters("statuses").Select(status => read.ListedOrFault("statuses", status, BookStatus.All) ?? "")],
            Tags = [.. BookRules.NormaliseTags(read.Filters("tags"))],
            AnyTags = [.. BookRules.NormaliseTags(read.Filters("any_tags"))],
            MinPrice = read.Number("min_price", least: 0),
            MaxPrice = read.Number("max_price", least: 0),
            PublishedAfter = read.Whole("published_after", least: BookLimits.EarliestYear),
            PublishedBefore = read.Whole("published_before", least: long.MinValue),
            InStock = read.Switch("in_stock"),
        };
        query = kind switch
        {
            ListKind.Pages => WithSort(query, read) with { Page = read.Page() },
            ListKind.Walk => WithSort(query, read) with { Limit = read.Limit() },
            _ => query,
        };
        if (requireSearch && query.Search is null)
            read.Faults.Add(searchName, "A value is required.", "required");
        if (query.SortBy == Relevance && query.Search is null)
            read.Faults.Add("sort_by", "Sorting by relevance needs a search.", "search_required");
        return read.Faults.Any ? read.Faults.ToFailure() : query;
    }

    private static BookQuery WithSort(BookQuery query, QueryReader read) => query with
    {
        SortBy = read.Choice("sort_by", BookListing.Sorts.Keys, "created_at"),
        Descending = read.Choice("sort_order", ["asc", "desc"], "desc") == "desc",
    };
}

/// <summary>How a list is shown, which decides what it can be asked beside its filters; anything else is not read.</summary>
public enum ListKind { Pages, Walk, Counts }
