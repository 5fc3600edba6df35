using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Orders;

/// <summary>
/// The SQL by which orders take books from the stock and give them back, within a write. The version of a book moves with its
/// stock, so that an administrator who corrects the stock notices a sale in between (If-Match).
/// </summary>
internal static class OrderStock
{
    /// <summary>
    /// Takes all items, and returns each book as it is now. <see cref="Invalid"/> naming every book that there is not, or
    /// <see cref="Conflict"/>; what was taken until then goes back with the write.
    /// </summary>
    public static Outcome<IReadOnlyList<SoldBookRow>> Take(SqliteConnection connection, IReadOnlyList<OrderedItem> items)
    {
        var (sold, unknown, shortage) = (new List<SoldBookRow>(), new Faults(), (Conflict?)null);
        foreach (var (place, item) in items.Index())
        {
            if (Take(connection, item) is { } book)
                sold.Add(book);
            else if (TitleOf(connection, item.BookId) is { } title)
                shortage ??= Shortage(title, item.BookId);
            else
                unknown.Add($"items[{place}].book_id", "No book has this id.", "not_found");
        }
        if (unknown.Any)
            return unknown.ToFailure();
        return shortage is null ? sold : shortage;
    }

    /// <summary>Gives the items of an order back to those books that still exist.</summary>
    public static void Return(SqliteConnection connection, long orderId) => connection.Execute("""
        UPDATE books
        SET stock_quantity = stock_quantity + (SELECT i.quantity FROM order_items i WHERE i.order_id = @Id AND i.book_id = books.id),
            version = version + 1
        WHERE id IN (SELECT book_id FROM order_items WHERE order_id = @Id)
        """, new OrderById(orderId));

    private static SoldBookRow? Take(SqliteConnection connection, OrderedItem item) => connection.QuerySingleOrDefault<SoldBookRow>("""
        UPDATE books
        SET stock_quantity = stock_quantity - @Quantity,
            version = version + 1
        WHERE id = @BookId AND stock_quantity >= @Quantity
        RETURNING title, genre, price_cents
        """, new SaleValues(item.BookId, item.Quantity));

    private static string? TitleOf(SqliteConnection connection, long bookId) =>
        connection.ExecuteScalar<string?>("SELECT title FROM books WHERE id = @Id", new OrderedBook(bookId));

    // How many there are is for administrators alone.
    private static Conflict Shortage(string title, long bookId) =>
        new("insufficient_stock", $"There are not enough copies of the book {bookId} ({title}). Nothing was ordered.");
}
