using System.ComponentModel.DataAnnotations;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Orders;

/// <summary>An order to be placed: which books, each of them once, and how many copies.</summary>
[Example("""{ "items": [{ "book_id": 4, "quantity": 2 }, { "book_id": 1, "quantity": 1 }] }""")]
public sealed record CreateOrder
{
    [Required, HowMany(1, OrderLimits.Items)]
    public IReadOnlyList<CreateOrderItem>? Items { get; init; }
}

/// <summary>Copies of one book.</summary>
public sealed record CreateOrderItem
{
    [Required]
    public long? BookId { get; init; }

    [Required, Range(1, OrderLimits.Quantity)]
    public long? Quantity { get; init; }

    public static CreateOrderItem Read(ObjectReader item) => new()
    {
        BookId = item.Whole("book_id").Or(null),
        Quantity = item.Whole("quantity").Or(null),
    };
}

/// <summary>Where an order is to go next.</summary>
[Example("""{ "status": "paid" }""")]
public sealed record UpdateOrder
{
    /// <summary>From `pending` to `paid` to `shipped`; or from the first two to `cancelled`, whereupon the stock returns.</summary>
    [Required, OneOf(typeof(OrderStatus))]
    public string? Status { get; init; }

    public static UpdateOrder Read(ObjectReader body) => new() { Status = body.Text("status").Or(null) };
}
