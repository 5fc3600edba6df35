using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Orders;

/// <summary>What is written down beside an order in its own transaction: the audit, the activity of its user, and the e-mail to it.</summary>
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

    // The order's user, whoever moved it: the audit knows that.
    private void Note(SqliteConnection connection, long id, BuyerRow buyer, string kind, Actor by) =>
        activity.Add(connection, buyer.Id, buyer.Username, kind, $$"""{"order_id":{{id}}}""", by.RequestId);

    private static string KindOf(string status) => status switch
    {
        OrderStatus.Paid => ActivityKind.OrderPaid,
        OrderStatus.Shipped => ActivityKind.OrderShipped,
        OrderStatus.Cancelled => ActivityKind.OrderCancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No order goes there."),
    };
}
