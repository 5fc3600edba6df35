namespace LiteBooks.Orders;

/// <summary>How far an order has come, and where it can go from there.</summary>
public static class OrderStatus
{
    public const string Pending = "pending";
    public const string Paid = "paid";
    public const string Shipped = "shipped";
    public const string Cancelled = "cancelled";

    public static IReadOnlyList<string> All { get; } = [Pending, Paid, Shipped, Cancelled];

    /// <summary>Whether an order may go from one status to another; none stays where it is, and none goes back.</summary>
    public static bool Allows(string from, string to) => (from, to) is (Pending, Paid) or (Paid, Shipped) or (Pending or Paid, Cancelled);
}
