using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Orders;

/// <summary>What is written down beside an order in its own transaction: the audit, the activity of whoever did it, and the e-mail to its user.</summary>
public sealed class OrderRecords(AuditTrail audit, ActivityLog activity, Outbox outbox, Settings settings)
{
    public string? Snapshot(SqliteConnection connection, long id) => audit.Snapshot(connection, AuditedResource.Orders, id);

    public void Placed(SqliteConnection connection, OrderWithItems placed, BuyerRow buyer, Actor by)
    {
        audit.Record(connection, by, AuditAction.Create, AuditedResource.Orders, placed.Order.Id);
        Note(connection, placed.Order.Id, buyer, ActivityKind.OrderPlaced, by);
        outbox.Add(connection, OrderMail.Confirm(placed, buyer, settings.Currency));
    }

    public void Moved(SqliteConnection connection, long id, string status, BuyerRow buyer, Actor by, string? before)
    {
        audit.Record(connection, by, AuditAction.Update, AuditedResource.Orders, id, before);
        Note(connection, id, buyer, KindOf(status), by);
    }

    // Whoever is no user has no activity; the audit has it.
    private void Note(SqliteConnection connection, long id, BuyerRow buyer, string kind, Actor by)
    {
        if (by.UserId is { } user)
            activity.Add(connection, user, by.Name, kind, Details(id, user == buyer.Id ? null : buyer.Id), by.RequestId);
    }

    private static string Details(long id, long? buyer) =>
        buyer is null ? $$"""{"order_id":{{id}}}""" : $$"""{"order_id":{{id}},"for_user_id":{{buyer}}}""";

    private static string KindOf(string status) => status switch
    {
        OrderStatus.Paid => ActivityKind.OrderPaid,
        OrderStatus.Shipped => ActivityKind.OrderShipped,
        OrderStatus.Cancelled => ActivityKind.OrderCancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No order goes there."),
    };
}
