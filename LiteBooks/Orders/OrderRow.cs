namespace LiteBooks.Orders;

/// <summary>An order as the database holds it, without its items.</summary>
public sealed class OrderRow
{
    public long Id { get; init; }
    public long UserId { get; init; }
    public string Status { get; init; } = "";
    public long TotalCents { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long CreatedAt { get; init; }
    public long? UpdatedAt { get; init; }
    public long Version { get; init; }
}

/// <summary>Copies of one book in an order, as the book was on the day of the order.</summary>
public sealed class OrderItemRow
{
    public long OrderId { get; init; }
    public long BookId { get; init; }
    public string Title { get; init; } = "";
    public long Quantity { get; init; }
    public long UnitCents { get; init; }
}

/// <summary>What an order copies of a book.</summary>
public sealed class SoldBookRow
{
    public string Title { get; init; } = "";
    public string? Genre { get; init; }
    public long PriceCents { get; init; }
}

/// <summary>Whose order it is, as an e-mail and the log of activity name it.</summary>
public sealed class BuyerRow
{
    public long Id { get; init; }
    public string Username { get; init; } = "";
    public string FullName { get; init; } = "";
    public string Email { get; init; } = "";
}

/// <summary>An order and its items, in the order in which they were asked for.</summary>
public sealed record OrderWithItems(OrderRow Order, IReadOnlyList<OrderItemRow> Items)
{
    public ResourceVersion ResourceVersion => new(Order.Id, Order.Version);
}
