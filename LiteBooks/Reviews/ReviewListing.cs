using Dapper;
using LiteBooks.Data;

namespace LiteBooks.Reviews;

/// <summary>The SQL of a list of reviews: its filters and sorts. Both kinds of list have an index that serves them.</summary>
internal sealed class ReviewListing(ReviewQuery query)
{
    public static readonly SortMap Sorts = new("id", new SortColumn(ReviewQuery.CreatedAt, "created_at"), new SortColumn("rating", "rating"));

    private readonly SqlFilter _where = FilterOf(query);

    /// <summary>The parameters of <see cref="CountSql"/>.</summary>
    public DynamicParameters Parameters => _where.Parameters;

    /// <summary>The parameters of <see cref="PageSql"/>.</summary>
    public DynamicParameters Paged()
    {
        Parameters.Add("limit", query.Page.PerPage);
        Parameters.Add("offset", query.Page.Offset);
        return Parameters;
    }

    public string CountSql => $"""
        SELECT COUNT(*)
        FROM reviews
        {_where}
        """;

    public string PageSql(string columns) => $"""
        SELECT {columns}
        FROM reviews
        {_where}
        {Sorts.OrderBy(query.SortBy, query.Descending)}
        LIMIT @limit OFFSET @offset
        """;

    private static SqlFilter FilterOf(ReviewQuery query)
    {
        var where = new SqlFilter();
        if (query.BookId is { } book)
            where.Add($"book_id = {book}");
        if (query.Status is { } status)
            where.Add($"status = {status}");
        if (query.Statuses.Count > 0)
            where.Add($"status IN {query.Statuses}");
        if (query.Rating is { } rating)
            where.Add($"rating = {rating}");
        return where;
    }
}
