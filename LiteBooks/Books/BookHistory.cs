using System.Text.Json;
using LiteBooks.Books.Admin;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Books;

/// <summary>Puts earlier states of books back, as new changes. A book that was deleted comes back under its own id.</summary>
public sealed class BookHistory(Database database, BookTable books, AuditTrail audit)
{
    /// <summary>
    /// The stock stays as it is, or is that of the deletion with what was returned since; cost, supplier and notes are put back only for <paramref name="asAdmin"/>.
    /// <see cref="NotFound"/>, <see cref="StaleVersion"/>, <see cref="Duplicate"/>, or <see cref="Malformed"/> where the entry
    /// holds no such state.
    /// </summary>
    public Task<Outcome<BookRow>> Revert(long id, RevertBook revert, ExpectedVersion expected, bool asAdmin, Actor by, CancellationToken cancel) =>
        database.Write<BookRow>(connection =>
        {
            if (audit.Find(connection, AuditedResource.Books, id, revert.AuditId!.Value) is not { } states)
                return new NotFound($"No entry of the audit about the book {id} has the id {revert.AuditId}.");
            if (Snapshot(states, revert.State) is not { } snapshot)
                return new Malformed("nothing_to_revert", "There was no such state: the book did not exist then.");
            var row = AdminBookRepository.Find(connection, id);
            // A book that is gone has no version that If-Match could name.
            if (!expected.Allows(row?.Version ?? 0))
                return new StaleVersion();
            var before = audit.Snapshot(connection, AuditedResource.Books, id);
            if (PutBack(connection, id, row, snapshot, asAdmin, by) is { } failure)
                return failure;
            audit.Record(connection, by, AuditAction.Revert, AuditedResource.Books, id, before);
            return AdminBookRepository.Find(connection, id)!;
        }, cancel);

    private Failure? PutBack(SqliteConnection connection, long id, AdminBookRow? row, BookSnapshot snapshot, bool asAdmin, Actor by)
    {
        // Under the name that the author has now, if there still is that author.
        var book = snapshot.ToFields() with { AuthorName = BookTable.NameOfAuthor(connection, snapshot.AuthorId) ?? snapshot.AuthorName };
        var refused = row is null
            ? books.Restore(connection, id, book, snapshot.CreatedAt, by)
            : books.Store(connection, row, book, by);
        if (refused is null)
            AdminBookRepository.Store(connection, id, AdminFieldsAfter(connection, id, row, snapshot, asAdmin));
        return refused;
    }

    // The stock is what there is, and not what there once was; what else only an administrator may change, only an administrator
    // puts back.
    private AdminFields AdminFieldsAfter(SqliteConnection connection, long id, AdminBookRow? row, BookSnapshot snapshot, bool asAdmin)
    {
        var last = row?.ToAdminFields() ?? LastAdminFields(connection, id);
        return asAdmin ? snapshot.ToAdminFields() with { StockQuantity = last.StockQuantity } : last;
    }

    // What a book had when it was deleted, and the copies that orders would have given back to it since.
    private AdminFields LastAdminFields(SqliteConnection connection, long id)
    {
        var last = Read(audit.LastState(connection, AuditedResource.Books, id)!).ToAdminFields();
        return last with { StockQuantity = last.StockQuantity + AdminBookRepository.ReturnedSinceDeletion(connection, id) };
    }

    private static BookSnapshot? Snapshot(AuditedStates states, string? asked)
    {
        var json = asked switch
        {
            RevertState.Before => states.Before,
            RevertState.After => states.After,
            _ => states.Before ?? states.After,
        };
        return json is null ? null : Read(json);
    }

    private static BookSnapshot Read(string json) => JsonSerializer.Deserialize(json, BookJson.Default.BookSnapshot)!;
}
