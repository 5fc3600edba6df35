using LiteBooks.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Tests.Orders;

/// <summary>A claimed server, and books in stock and orders for the asking.</summary>
public sealed class OrderFixture : Team
{
    /// <summary>A book that costs 12.50 unless said otherwise, with so many copies.</summary>
    internal async Task<long> NewBook(int stock, decimal price = 12.5m)
    {
        var book = (await Api.Post(Api.Books, TestBooks.Full().With("price", price), Editor)).ShouldBe(201).Json.Id();
        (await Api.Patch($"/api/v1/admin/books/{book}", $$"""{"stock_quantity":{{stock}}}""", Admin)).ShouldBe(200);
        return book;
    }

    internal Task<Answer> Order(string member, params (long Book, long Quantity)[] items) => Api.Post(Of(member), TestOrders.New(items), As(member));

    /// <summary>An order of a book of its own, of which one copy is left.</summary>
    internal async Task<Answer> NewOrder(string member = "viewer") => (await Order(member, (await NewBook(3), 2))).ShouldBe(201);

    /// <summary>The address of an order that has come so far.</summary>
    internal async Task<string> NewOrder(string member, string status)
    {
        var address = At(member, await NewOrder(member));
        foreach (var step in TestOrders.WayTo(status))
            (await Api.Patch(address, TestOrders.Status(step), Admin)).ShouldBe(200);
        return address;
    }

    internal string Of(string member) => TestOrders.Of(IdOf(member));

    internal string At(string member, Answer order) => $"{Of(member)}/{order.Json.Id()}";

    internal async Task<long> Stock(long book) =>
        (await Api.Get($"/api/v1/admin/books/{book}", Admin)).ShouldBe(200).Json.GetProperty("stock_quantity").GetInt64();

    internal SqliteConnection Connect() => TestDatabase.Connect(DatabasePath);

    /// <summary>How many rows there are of all that an order writes.</summary>
    internal IReadOnlyList<string> Written()
    {
        using var database = Connect();
        return database.Rows("""
            SELECT (SELECT COUNT(*) FROM orders), (SELECT COUNT(*) FROM order_items), (SELECT COUNT(*) FROM outbox),
                (SELECT COUNT(*) FROM activity WHERE kind LIKE 'order%'), (SELECT COUNT(*) FROM audit WHERE resource = 'orders')
            """);
    }
}
