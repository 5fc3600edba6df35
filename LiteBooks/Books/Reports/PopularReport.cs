using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Books.Reports;

/// <summary>
/// The books of the catalogue that are ordered most, cancelled orders aside, and those that readers rate highest. Each series is
/// ranked by its own values, and equal ones by the books' ids; equal averages by their ratings first.
/// </summary>
public sealed class PopularReport : IReportKind
{
    private const int Most = 50;

    private const string ByAverage = "CAST(b.rating_sum AS REAL) / b.rating_count DESC, b.rating_count DESC, b.id";
    private const string ByCount = "b.rating_count DESC, b.id";

    public string Name => "popular";

    public void Check(string filters, Faults faults) => BookFilters.Read(filters, faults);

    // Nothing in it is for administrators alone.
    public ReportData Compute(SqliteConnection connection, string filters, bool asAdmin)
    {
        var query = BookFilters.Read(filters, new Faults());
        var sold = new SoldBooks(query);
        var books = connection.Query<SoldBookRow>(sold.MostSql, sold.Parameters(Most)).AsList();
        return new ReportData(Totals(connection, query),
        [
            new("orders_by_book", "orders", Leading(books, book => book.Orders)),
            new("copies_sold_by_book", "copies", Leading(books, book => book.Copies)),
            new("average_rating_by_book", "stars", Rated(connection, query, ByAverage, row => Ratings.Average(row.RatingSum, row.RatingCount))),
            new("rating_count_by_book", "ratings", Rated(connection, query, ByCount, row => row.RatingCount)),
        ]);
    }

    private static Dictionary<string, decimal?> Totals(SqliteConnection connection, BookQuery query)
    {
        var (sold, rated) = (new SoldBooks(query), new BookListing(query).Filter);
        var orders = connection.QuerySingle<SoldBookRow>(sold.TotalsSql, sold.Parameters(Most));
        var ratings = connection.QuerySingle<RatedBookRow>($"""
            SELECT coalesce(SUM(b.rating_sum), 0) AS rating_sum, coalesce(SUM(b.rating_count), 0) AS rating_count
            FROM books b
            {rated}
            """, rated.Parameters);
        return new()
        {
            ["orders"] = orders.Orders,
            ["copies_sold"] = orders.Copies,
            ["ratings"] = ratings.RatingCount,
            ["average_rating"] = Ratings.Average(ratings.RatingSum, ratings.RatingCount),
        };
    }

    private static List<ReportPoint> Leading(List<SoldBookRow> books, Func<SoldBookRow, long> value) =>
        [.. books.OrderByDescending(value).ThenBy(book => book.Id).Take(Most).Select(book => new ReportPoint(book.Title, value(book), book.Id))];

    private static List<ReportPoint> Rated(SqliteConnection connection, BookQuery query, string order, Func<RatedBookRow, decimal?> value)
    {
        var rated = new BookListing(query);
        rated.Filter.Add($"b.rating_count > 0");
        return [.. connection.Query<RatedBookRow>($"""
            SELECT b.id, b.title, b.rating_sum, b.rating_count
            FROM books b
            {rated.Filter}
            ORDER BY {order}
            LIMIT @limit
            """, rated.Limited(Most)).Select(row => new ReportPoint(row.Title, value(row), row.Id))];
    }
}

/// <summary>How often a book is in orders, and in how many copies.</summary>
internal sealed class SoldBookRow
{
    public long Id { get; init; }
    public string? Title { get; init; }
    public long Orders { get; init; }
    public long Copies { get; init; }
}

/// <summary>What the approved ratings of a book add up to.</summary>
internal sealed class RatedBookRow
{
    public long Id { get; init; }
    public string? Title { get; init; }
    public long RatingSum { get; init; }
    public long RatingCount { get; init; }
}
