using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Books.Admin;

/// <summary>The SQL of what only an administrator sees of a book. What everybody sees is <see cref="BookTable"/>'s.</summary>
public sealed class AdminBookRepository(Database database, BookTable books, AuditTrail audit)
{
    public AdminBookRow? Find(long id) => database.Read(connection => Find(connection, id));

    /// <summary>Changes both sides of a book together, once: one new version, one entry in the audit.</summary>
    public Task<Outcome<AdminBookRow>> Update(long id, ExpectedVersion expected, BookChange change, AdminPatch patch, Actor by, CancellationToken cancel) =>
        database.Write<AdminBookRow>(connection =>
        {
            if (Find(connection, id) is not { } row)
                return new NotFound("book", id);
            if (!expected.Allows(row.Version))
                return new StaleVersion();
            if (!change(row).Succeeded(out var book, out var refused))
                return refused;
            var before = audit.Snapshot(connection, AuditedResource.Books, id);
            if (books.Store(connection, row, book, by) is { } failure)
                return failure;
            Store(connection, id, patch.ApplyTo(row.ToAdminFields()));
            audit.Record(connection, by, AuditAction.Update, AuditedResource.Books, id, before);
            return Find(connection, id)!;
        }, cancel);

    /// <summary>Writes these fields alone, within a write that makes the new version and records it.</summary>
    internal static void Store(SqliteConnection connection, long id, AdminFields fields) => connection.Execute("""
        UPDATE books
        SET cost_cents = @CostCents,
            supplier = @Supplier,
            internal_notes = @InternalNotes,
            stock_quantity = @StockQuantity
        WHERE id = @Id
        """, new AdminValues(id, fields.CostCents, fields.Supplier, fields.InternalNotes, fields.StockQuantity));

    /// <summary>
    /// How many copies came back, by orders that were cancelled, since a book was deleted: there was no stock to put them into.
    /// The audit tells what came after what, which times cannot.
    /// </summary>
    internal static long ReturnedSinceDeletion(SqliteConnection connection, long id) => connection.ExecuteScalar<long>("""
        SELECT coalesce(SUM(i.quantity), 0)
        FROM order_items i
        JOIN audit a ON a.resource = 'orders' AND a.resource_id = i.order_id
        WHERE i.book_id = @Id
            AND a.id > (SELECT max(id) FROM audit WHERE resource = 'books' AND resource_id = @Id AND action = 'delete')
            AND a.before ->> 'status' <> 'cancelled'
            AND a.after ->> 'status' = 'cancelled'
        """, new BookById(id));

    internal static AdminBookRow? Find(SqliteConnection connection, long id) => connection.QuerySingleOrDefault<AdminBookRow>($"""
        SELECT {BookColumns.Administered}
        FROM books b
        WHERE b.id = @Id
        """, new BookById(id));
}

internal sealed record AdminValues(long Id, long? CostCents, string? Supplier, string? InternalNotes, long StockQuantity);
