using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Reviews;

/// <summary>What a list of reviews is asked for: those of a book that are public, or all that are to be moderated.</summary>
public sealed record ReviewQuery
{
    public const string CreatedAt = "created_at";

    public long? BookId { get; init; }
    public string? Status { get; init; }
    public IReadOnlyList<string> Statuses { get; init; } = [];
    public long? Rating { get; init; }
    public string SortBy { get; init; } = CreatedAt;
    public bool Descending { get; init; }
    public PageRequest Page { get; init; } = PageRequest.First;

    /// <summary>The public reviews of a book, newest first unless said otherwise.</summary>
    public static Outcome<ReviewQuery> ReadOfBook(long bookId, IQueryCollection parameters)
    {
        var read = new QueryReader(parameters, new Faults());
        var query = Read(read, "desc") with { BookId = bookId, Status = ReviewStatus.Approved };
        return read.Faults.Any ? read.Faults.ToFailure() : query;
    }

    /// <summary>Reviews of all books and statuses; those that wait, the longest waiting first, unless said otherwise.</summary>
    public static Outcome<ReviewQuery> ReadForModeration(IQueryCollection parameters)
    {
        var read = new QueryReader(parameters, new Faults());
        var query = Read(read, "asc") with
        {
            BookId = read.Whole("book_id", least: 1),
            Status = read.Filter("status") is { } status ? read.ListedOrFault("status", status, ReviewStatus.All) : null,
            Statuses = [.. read.Filters("statuses").Select(status => read.ListedOrFault("statuses", status, ReviewStatus.All) ?? "")],
        };
        if (read.Faults.Any)
            return read.Faults.ToFailure();
        return query is { Status: null, Statuses.Count: 0 } ? query with { Status = ReviewStatus.Pending } : query;
    }

    private static ReviewQuery Read(QueryReader read, string order) => new()
    {
        Rating = read.Whole("rating", Ratings.Lowest, Ratings.Highest),
        SortBy = read.Choice("sort_by", ReviewListing.Sorts.Keys, CreatedAt),
        Descending = read.Choice("sort_order", ["asc", "desc"], order) == "desc",
        Page = read.Page(),
    };

    public static IReadOnlyList<QueryParameter> OfBook { get; } = [OfRating, .. Sorting("desc"), .. QueryParameter.Paging("Reviews")];

    public static IReadOnlyList<QueryParameter> ForModeration { get; } =
    [
        QueryParameter.Choice("status", "How far the reviews have come; without this and `statuses`, those that are pending.", ReviewStatus.All),
        QueryParameter.SomeOf("statuses", "Any of these statuses.", ReviewStatus.All),
        QueryParameter.Whole("book_id", "Only reviews of this book.", least: 1, example: 4),
        OfRating,
        .. Sorting("asc"),
        .. QueryParameter.Paging("Reviews"),
    ];

    private static QueryParameter OfRating => QueryParameter.Whole("rating", "Only reviews that give this rating.", Ratings.Lowest, Ratings.Highest, example: 5);

    private static IEnumerable<QueryParameter> Sorting(string order) =>
    [
        QueryParameter.Choice("sort_by", "What to sort by.", ReviewListing.Sorts.Keys, CreatedAt),
        QueryParameter.Choice("sort_order", "The direction of the sort.", ["asc", "desc"], order),
    ];
}
