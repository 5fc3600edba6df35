using Dapper;

namespace LiteBooks.Books.Reports;

/// <summary>
/// The SQL of what was ordered of the books that match, cancelled orders aside. It goes through the orders as they lie in the
/// file, each with its items behind it: going by book would look up every item and its order somewhere else in the file, which
/// takes ten times as long. CROSS JOIN keeps SQLite to that way.
/// </summary>
internal sealed class SoldBooks(BookQuery query)
{
    private readonly BookListing _books = new(query);

    /// <summary>The parameters of both; the limit is <see cref="MostSql"/>'s.</summary>
    public DynamicParameters Parameters(int most) => _books.Limited(most);

    private string Sold => $"""
        FROM orders o
        CROSS JOIN order_items i ON i.order_id = o.id
        WHERE o.status <> 'cancelled' AND i.book_id IN (SELECT b.id FROM books b {_books.Filter})
        """;

    public string TotalsSql => $"""
        SELECT COUNT(*) AS orders, coalesce(SUM(copies), 0) AS copies
        FROM (
            SELECT SUM(i.quantity) AS copies
            {Sold}
            GROUP BY o.id)
        """;

    /// <summary>The books that lead by orders and those that lead by copies, in no order.</summary>
    public string MostSql => $"""
        WITH sold AS MATERIALIZED (
            SELECT i.book_id, COUNT(DISTINCT i.order_id) AS orders, SUM(i.quantity) AS copies
            {Sold}
            GROUP BY i.book_id)
        SELECT b.id, b.title, s.orders, s.copies
        FROM sold s
        JOIN books b ON b.id = s.book_id
        WHERE s.book_id IN (SELECT book_id FROM sold ORDER BY orders DESC, book_id LIMIT @limit)
            OR s.book_id IN (SELECT book_id FROM sold ORDER BY copies DESC, book_id LIMIT @limit)
        """;
}
