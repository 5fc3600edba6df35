using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Books.Reports;

/// <summary>The books of the catalogue that are ordered most, cancelled orders aside, and those that readers rate highest.</summary>
public sealed class PopularReport : IReportKind
{
    private const int Most = 50;

    public string Name => "popular";

    public void Check(string filters, Faults faults) => BookFilters.Read(filters, faults);

    // Nothing in it is for administrators alone.
    public ReportData Compute(SqliteConnection connection, string filters, bool asAdmin)
    {
        var query = BookFilters.Read(filters, new Faults());
        var (ordered, rated) = (Ordered(connection, query), Rated(connection, query));
        return new ReportData(Totals(connection, query),
        [
            new("orders_by_book", "orders", [.. ordered.Select(row => new ReportPoint(row.Title, row.Orders))]),
            new("copies_sold_by_book", "copies", [.. ordered.Select(row => new ReportPoint(row.Title, row.Copies))]),
            new("average_rating_by_book", "stars", [.. rated.Select(row => new ReportPoint(row.Title, Ratings.Average(row.RatingSum, row.RatingCount)))]),
            new("rating_count_by_book", "ratings", [.. rated.Select(row => new ReportPoint(row.Title, row.RatingCount))]),
        ]);
    }

    private static Dictionary<string, decimal?> Totals(SqliteConnection connection, BookQuery query)
    {
        var (sold, rated) = (Sold(query), new BookListing(query).Filter);
        var orders = connection.QuerySingle<OrderedBookRow>($"""
            SELECT COUNT(DISTINCT i.order_id) AS orders, coalesce(SUM(i.quantity), 0) AS copies
            {SoldBooks}
            {sold.Filter}
            """, sold.Filter.Parameters);
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

    private static List<OrderedBookRow> Ordered(SqliteConnection connection, BookQuery query)
    {
        var sold = Sold(query);
        return connection.Query<OrderedBookRow>($"""
            SELECT b.title, COUNT(DISTINCT i.order_id) AS orders, SUM(i.quantity) AS copies
            {SoldBooks}
            {sold.Filter}
            GROUP BY b.id
            ORDER BY 2 DESC, 3 DESC, b.id
            LIMIT @limit
            """, sold.Limited(Most)).AsList();
    }

    private static List<RatedBookRow> Rated(SqliteConnection connection, BookQuery query)
    {
        var rated = new BookListing(query);
        rated.Filter.Add($"b.rating_count > 0");
        return connection.Query<RatedBookRow>($"""
            SELECT b.title, b.rating_sum, b.rating_count
            FROM books b
            {rated.Filter}
            ORDER BY CAST(b.rating_sum AS REAL) / b.rating_count DESC, b.rating_count DESC, b.id
            LIMIT @limit
            """, rated.Limited(Most)).AsList();
    }

    private const string SoldBooks = """
        FROM order_items i
        JOIN orders o ON o.id = i.order_id
        JOIN books b ON b.id = i.book_id
        """;

    private static BookListing Sold(BookQuery query)
    {
        var listing = new BookListing(query);
        listing.Filter.Add($"o.status <> 'cancelled'");
        return listing;
    }
}

/// <summary>How often a book is in orders, and in how many copies.</summary>
internal sealed class OrderedBookRow
{
    public string? Title { get; init; }
    public long Orders { get; init; }
    public long Copies { get; init; }
}

/// <summary>What the approved ratings of a book add up to.</summary>
internal sealed class RatedBookRow
{
    public string? Title { get; init; }
    public long RatingSum { get; init; }
    public long RatingCount { get; init; }
}
