namespace LiteBooks.Orders;

/// <summary>The bounds of an order.</summary>
public static class OrderLimits
{
    /// <summary>The most items of one order.</summary>
    public const int Items = 100;

    /// <summary>The most copies of one book in one order.</summary>
    public const int Quantity = 100;
}
