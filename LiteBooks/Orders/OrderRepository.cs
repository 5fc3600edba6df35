using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Orders;

/// <summary>All SQL of orders; that of the stock behind them is <see cref="OrderStock"/>'s.</summary>
public sealed class OrderRepository(Database database, OrderRecords records, TimeProvider clock)
{
    private const string Columns = "id, user_id, status, total_cents, created_at, updated_at, version";
    private const string ItemColumns = "order_id, book_id, title, quantity, unit_cents";

    /// <summary>An order of a user; null also where it is another's.</summary>
    public OrderWithItems? Find(long userId, long id) => database.Read(connection => Find(connection, userId, id));

    /// <summary>A page of the orders of a user, from one snapshot; <see cref="NotFound"/> if there is no such user.</summary>
    public Outcome<OrderPage> List(OrderQuery query) => database.Read<Outcome<OrderPage>>(connection =>
    {
        if (FindBuyer(connection, query.UserId) is null)
            return new NotFound("user", query.UserId);
        var listing = new OrderListing(query);
        var total = connection.ExecuteScalar<long>(listing.CountSql, listing.Parameters);
        if (query.Page.Offset >= total)
            return OrderPage.From([], total, query.Page);
        var rows = connection.Query<OrderRow>(listing.PageSql(Columns), listing.Paged()).AsList();
        var items = connection.Query<OrderItemRow>(listing.ItemsSql(ItemColumns), listing.Parameters).ToLookup(item => item.OrderId);
        return OrderPage.From(rows.Select(row => new OrderWithItems(row, [.. items[row.Id]])), total, query.Page);
    });

    /// <summary>
    /// Places an order, and stores its answer with it: <see cref="NotFound"/> if there is no such user, <see cref="Invalid"/>
    /// for books that there are not, <see cref="Conflict"/> if one is short.
    /// </summary>
    public Task<Outcome<OrderWithItems>> Insert(long userId, IReadOnlyList<OrderedItem> items, Actor by, Remembered<OrderWithItems> remembered, CancellationToken cancel = default) =>
        database.Write<OrderWithItems>(connection =>
        {
            if (FindBuyer(connection, userId) is not { } buyer)
                return new NotFound("user", userId);
            if (!OrderStock.Take(connection, items).Succeeded(out var books, out var failure))
                return failure;
            var placed = Find(connection, userId, Insert(connection, userId, items, books))!;
            records.Placed(connection, placed, buyer, by);
            return remembered.Store(connection, placed);
        }, cancel);

    /// <summary>
    /// Moves an order as it is at that moment: <see cref="NotFound"/>, <see cref="Forbidden"/>, <see cref="StaleVersion"/>, or
    /// <see cref="Conflict"/> where its status does not allow it.
    /// </summary>
    public Task<Outcome<OrderWithItems>> Update(long userId, long id, ExpectedVersion expected, string status, OrderCaller caller, Actor by, CancellationToken cancel = default) =>
        database.Write<OrderWithItems>(connection =>
        {
            if (Find(connection, userId, id) is not { Order: var row })
                return new NotFound("order", id);
            if (caller.Refusal(row, status) is { } refusal)
                return refusal;
            if (!expected.Allows(row.Version))
                return new StaleVersion();
            if (!OrderStatus.Allows(row.Status, status))
                return new Conflict("order_state", $"The order is {row.Status} and cannot become {status}.");
            var before = records.Snapshot(connection, id);
            Move(connection, id, status);
            records.Moved(connection, id, status, FindBuyer(connection, userId)!, by, before);
            return Find(connection, userId, id)!;
        }, cancel);

    private long Insert(SqliteConnection connection, long userId, IReadOnlyList<OrderedItem> items, IReadOnlyList<SoldBookRow> books)
    {
        var total = items.Zip(books).Sum(sold => sold.First.Quantity * sold.Second.PriceCents);
        var id = connection.ExecuteScalar<long>("""
            INSERT INTO orders (user_id, total_cents, created_at)
            VALUES (@UserId, @TotalCents, @Now)
            RETURNING id
            """, new OrderValues(userId, total, Now));
        foreach (var (place, (item, book)) in items.Zip(books).Index())
        {
            connection.Execute("""
                INSERT INTO order_items (order_id, position, book_id, title, genre, quantity, unit_cents)
                VALUES (@OrderId, @Position, @BookId, @Title, @Genre, @Quantity, @UnitCents)
                """, new OrderItemValues(id, place, item.BookId, book.Title, book.Genre, item.Quantity, book.PriceCents));
        }
        return id;
    }

    private void Move(SqliteConnection connection, long id, string status)
    {
        if (status == OrderStatus.Cancelled)
            OrderStock.Return(connection, id);
        connection.Execute("""
            UPDATE orders
            SET status = @Status,
                updated_at = @Now,
                version = version + 1
            WHERE id = @Id
            """, new OrderMove(id, status, Now));
    }

    private static OrderWithItems? Find(SqliteConnection connection, long userId, long id)
    {
        var row = connection.QuerySingleOrDefault<OrderRow>($"SELECT {Columns} FROM orders WHERE id = @Id", new OrderById(id));
        return row?.UserId == userId
            ? new OrderWithItems(row, connection.Query<OrderItemRow>($"SELECT {ItemColumns} FROM order_items WHERE order_id = @Id ORDER BY position", new OrderById(id)).AsList())
            : null;
    }

    private static BuyerRow? FindBuyer(SqliteConnection connection, long userId) =>
        connection.QuerySingleOrDefault<BuyerRow>("SELECT id, username, full_name, email FROM users WHERE id = @Id", new OrderingUser(userId));

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
