using LiteBooks.Http.Access;

namespace LiteBooks.Orders;

/// <summary>Who asks, and so whose orders are shown and what may become of them: administrators see and move all, others their own.</summary>
public sealed record OrderCaller(long? UserId, bool IsAdmin)
{
    public static OrderCaller Of(HttpContext http) => new(http.Caller()?.Id, http.MayActAs(Roles.Admin));

    /// <summary>
    /// Why the caller has nothing to do with the orders of a user; null where it has. The same whether or not there is such a
    /// user, which only administrators can learn.
    /// </summary>
    public Failure? Refusal(long userId) => IsAdmin || UserId == userId
        ? null
        : new Forbidden("forbidden", "Orders are for their own user and for administrators.");

    /// <summary>Why the caller may not move an order that it sees; null where it may.</summary>
    public Failure? Refusal(OrderRow row, string status) => IsAdmin || (row.Status == OrderStatus.Pending && status == OrderStatus.Cancelled)
        ? null
        : new Forbidden("forbidden", "Of an order of one's own, one can only cancel it while it is pending; administrators do the rest.");
}
