using LiteBooks.Http;

namespace LiteBooks.Orders;

/// <summary>What makes a request for an order valid. Every fault is added to those of the request; what is returned counts only if there is none.</summary>
public static class OrderRules
{
    /// <summary>Reads and checks what <see cref="CreateOrder"/> describes.</summary>
    public static OrderedItem[] Check(ObjectReader body)
    {
        var items = body.Objects("items", OrderLimits.Items).Or(null);
        if (items is null)
            body.Faults.Add("items", "A value is required.", "required");
        else if (items.Count == 0)
            body.Faults.Add("items", "At least one item is required.", "too_short");
        var seen = new HashSet<long>();
        return [.. (items ?? []).Select(item => Check(CreateOrderItem.Read(item), seen, item.Faults))];
    }

    public static string Check(UpdateOrder order, Faults faults)
    {
        if (order.Status is null)
            faults.Add("status", "A value is required.", "required");
        else if (!OrderStatus.All.Contains(order.Status))
            faults.Add("status", $"The status must be one of {string.Join(", ", OrderStatus.All)}.", "not_in_list");
        return order.Status ?? "";
    }

    private static OrderedItem Check(CreateOrderItem item, HashSet<long> seen, Faults faults)
    {
        if (item.BookId is null)
            faults.Add("book_id", "A value is required.", "required");
        else if (!seen.Add(item.BookId.Value))
            faults.Add("book_id", "The order has this book already; ask for more copies there.", "repeated");
        if (item.Quantity is null)
            faults.Add("quantity", "A value is required.", "required");
        else if (item.Quantity is < 1 or > OrderLimits.Quantity)
            faults.Add("quantity", $"The quantity must be from 1 to {OrderLimits.Quantity}.", "out_of_range");
        return new OrderedItem(item.BookId ?? 0, item.Quantity ?? 0);
    }
}

/// <summary>Copies of one book that are asked for, after every check.</summary>
public sealed record OrderedItem(long BookId, long Quantity);
