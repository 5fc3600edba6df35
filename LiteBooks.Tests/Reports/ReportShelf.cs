using System.Globalization;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reports;

/// <summary>Random books, orders and ratings, the same each time: in the database of a claimed server, and in memory to be counted.</summary>
public sealed class ReportShelf : Team
{
    private static readonly string?[] Genres = ["novel", "travel", "poems", null];
    private static readonly string[] Statuses = ["available", "checked_out", "reserved", "archived"];

    private readonly Random _random = new(20261123);

    internal List<ShelfBook> Books { get; } = [];

    internal List<ShelfItem> Items { get; } = [];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        using var database = TestDatabase.Connect(DatabasePath);
        // At once: the server is at work in the same file, and who reads first may not be let to write.
        database.Run("BEGIN IMMEDIATE");
        for (var i = 1; i <= 5; i++)
            database.Run("INSERT INTO authors (id, name, name_key, name_folded, created_at) VALUES (@p0, @p1, @p1, @p1, 0)", i, $"author {i}");
        for (var i = 1; i <= 120; i++)
            AddBook(database, i);
        for (var i = 1; i <= 150; i++)
            AddOrder(database, i);
        database.Run("COMMIT");
    }

    private void AddBook(Microsoft.Data.Sqlite.SqliteConnection database, int id)
    {
        var book = new ShelfBook(id, $"Title, \"{id}\"", _random.Next(1, 6), Pick(Genres), _random.Next(4) == 0 ? null : _random.Next(1950, 2027), _random.Next(1, 100_000), Pick(Statuses), _random.Next(0, 500),
            Enumerable.Range(0, _random.Next(0, 5)).Select(_ => _random.Next(1, 6)).ToList());
        Books.Add(book);
        database.Run("""
            INSERT INTO books (id, title, title_folded, author_id, author_folded, isbn, isbn_key, genre, genre_key, published_year, price_cents, status, stock_quantity, created_at)
            VALUES (@p0, @p1, lower(@p1), @p2, 'a', @p3, @p0, @p4, @p4, @p5, @p6, @p7, @p8, 0)
            """, book.Id, book.Title, book.Author, id.ToString(CultureInfo.InvariantCulture), book.Genre, book.Year, book.Cents, book.Status, book.Stock);
        foreach (var rating in book.Ratings)
            database.Run("INSERT INTO reviews (book_id, reviewer_name, rating, status, created_at) VALUES (@p0, 'R', @p1, 'approved', 0)", book.Id, rating);
        // One that is not approved counts nowhere.
        database.Run("INSERT INTO reviews (book_id, reviewer_name, rating, status, created_at) VALUES (@p0, 'R', 5, 'pending', 0)", book.Id);
    }

    private void AddOrder(Microsoft.Data.Sqlite.SqliteConnection database, int id)
    {
        var status = Pick(["pending", "paid", "shipped", "cancelled"]);
        database.Run("INSERT INTO orders (id, user_id, status, total_cents, created_at) VALUES (@p0, @p1, @p2, 1, 0)", id, IdOf("viewer"), status);
        for (var position = 0; position < _random.Next(1, 5); position++)
        {
            // Some were sold of a book that is no longer there.
            var item = new ShelfItem(id, status, _random.Next(1, 130), _random.Next(1, 101));
            Items.Add(item);
            database.Run("INSERT INTO order_items (order_id, position, book_id, title, quantity, unit_cents) VALUES (@p0, @p1, @p2, 'As it was', @p3, 100)", id, position, item.Book, item.Quantity);
        }
    }

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}

internal sealed record ShelfBook(long Id, string Title, int Author, string? Genre, int? Year, int Cents, string Status, int Stock, IReadOnlyList<int> Ratings);

internal sealed record ShelfItem(long Order, string OrderStatus, long Book, int Quantity);
