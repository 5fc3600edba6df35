using LiteBooks.Http.Description;

namespace LiteBooks.Orders;

/// <summary>An order. Its titles and prices are those of the day it was placed, whatever became of the books.</summary>
[Example(Sample)]
public sealed record OrderResponse
{
    internal const string Sample = """
        {
          "id": 17,
          "user_id": 3,
          "status": "pending",
          "total": 35.98,
          "items": [{ "book_id": 4, "title": "Dune", "quantity": 2, "unit_price": 17.99 }],
          "created_at": "2026-11-23T20:20:00.123Z",
          "updated_at": null
        }
        """;

    public required long Id { get; init; }
    public required long UserId { get; init; }

    /// <summary>How far the order has come.</summary>
    [OneOf(typeof(OrderStatus))]
    public required string Status { get; init; }

    /// <summary>What all items cost together.</summary>
    public required decimal Total { get; init; }
    public required IReadOnlyList<OrderItemResponse> Items { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until the first change.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }

    public static OrderResponse From(OrderWithItems found) => new()
    {
        Id = found.Order.Id,
        UserId = found.Order.UserId,
        Status = found.Order.Status,
        Total = found.Order.TotalCents / 100m,
        Items = [.. found.Items.Select(OrderItemResponse.From)],
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(found.Order.CreatedAt),
        UpdatedAt = found.Order.UpdatedAt is { } updated ? DateTimeOffset.FromUnixTimeMilliseconds(updated) : null,
    };
}

/// <summary>Copies of one book in an order.</summary>
[Shows(typeof(CreateOrderItem))]
public sealed record OrderItemResponse
{
    /// <summary>The book, which may be gone.</summary>
    public required long BookId { get; init; }
    public required string Title { get; init; }
    public required long Quantity { get; init; }

    /// <summary>The price of one copy on the day of the order.</summary>
    public required decimal UnitPrice { get; init; }

    public static OrderItemResponse From(OrderItemRow row) => new()
    {
        BookId = row.BookId,
        Title = row.Title,
        Quantity = row.Quantity,
        UnitPrice = row.UnitCents / 100m,
    };
}
