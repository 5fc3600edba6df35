using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Books;

/// <summary>What is done to books, each in one transaction. Whatever it is given was checked by <see cref="BookRules"/>.</summary>
public sealed class BookRepository(Database database, BookTable table)
{
    public BookRow? Find(long id) => database.ReadOnce(connection => BookTable.Find(connection, id));

    public long? FindByIsbn(Isbn isbn) => database.ReadOnce(connection => BookTable.FindByIsbn(connection, isbn));

    /// <summary>Adds a book, and stores its answer with it; <see cref="Duplicate"/> if its ISBN is held.</summary>
    public Task<Outcome<BookRow>> Insert(BookFields book, Actor by, Remembered<BookRow>? remembered = null, CancellationToken cancel = default) =>
        database.Write<BookRow>(connection =>
        {
            if (!table.Insert(connection, book, by).Succeeded(out var id, out var failure))
                return failure;
            var row = BookTable.Find(connection, id)!;
            return remembered?.Store(connection, row) ?? row;
        }, cancel);

    /// <summary>
    /// Adds many books in one transaction. Those whose ISBN is held, or was met before among them, are left out, or stop it
    /// all where <paramref name="atomic"/>: <see cref="Duplicates"/>.
    /// </summary>
    public Task<Outcome<BulkInsert>> InsertMany(IReadOnlyList<BookFields> books, bool atomic, Actor by, Remembered<BulkInsert> remembered, CancellationToken cancel) =>
        database.Write<BulkInsert>(connection =>
        {
            var (created, errors) = (new List<BookRow>(), new List<DuplicateItem>());
            for (var i = 0; i < books.Count; i++)
            {
                if (table.Insert(connection, books[i], by).Succeeded(out var id, out var failure))
                    created.Add(BookTable.Find(connection, id)!);
                else
                    errors.Add(new DuplicateItem(i, books[i].Isbn.Text, failure.Detail, ((Duplicate)failure).ExistingId));
            }
            return atomic && errors.Count > 0
                ? new Duplicates([.. errors.Select(error => WithoutUndone(error, created))])
                : remembered.Store(connection, new BulkInsert(created, errors));
        }, cancel);

    /// <summary>
    /// Changes a book as it is at that moment: <see cref="NotFound"/>, <see cref="StaleVersion"/>, <see cref="Duplicate"/>,
    /// or what the change itself refuses.
    /// </summary>
    public Task<Outcome<BookRow>> Update(long id, ExpectedVersion expected, BookChange change, Actor by, CancellationToken cancel = default) =>
        database.Write<BookRow>(connection =>
        {
            if (BookTable.Find(connection, id) is not { } row)
                return new NotFound("book", id);
            if (!expected.Allows(row.Version))
                return new StaleVersion();
            if (!change(row).Succeeded(out var book, out var refused))
                return refused;
            return table.Update(connection, row, book, by) is { } failure ? failure : BookTable.Find(connection, id)!;
        }, cancel);

    public Task<Outcome<long>> Delete(long id, ExpectedVersion expected, Actor by, CancellationToken cancel = default) =>
        database.Write<long>(connection =>
        {
            if (BookTable.Find(connection, id) is not { } row)
                return new NotFound("book", id);
            if (!expected.Allows(row.Version))
                return new StaleVersion();
            table.Delete(connection, id, by);
            return id;
        }, cancel);

    /// <summary>Deletes many books in one transaction, and tells which of them there were not.</summary>
    public Task<Outcome<BulkDelete>> DeleteMany(IReadOnlyList<long> ids, Actor by, CancellationToken cancel) =>
        database.Write<BulkDelete>(connection =>
        {
            var notFound = ids.Where(id => !table.Delete(connection, id, by)).ToList();
            return new BulkDelete { Deleted = ids.Count - notFound.Count, NotFound = notFound };
        }, cancel);

    /// <summary>Visits every book in the order of their ids, all from one snapshot, without holding them in memory.</summary>
    public void VisitAll(Action<BookRow> visit) => database.Read(connection =>
    {
        foreach (var row in connection.Query<BookRow>(BookTable.SelectWhole + " ORDER BY b.id", buffered: false))
            visit(row);
        return 0;
    });

    /// <summary>Whether no book was ever stored: ids are never given twice, so a deleted catalogue does not count as new.</summary>
    public bool IsNew() => database.ReadOnce(connection =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_sequence WHERE name = 'books'") == 0);

    // A book that the same request stored is undone with it, and its id leads nowhere.
    private static DuplicateItem WithoutUndone(DuplicateItem error, List<BookRow> created) =>
        created.Exists(row => row.Id == error.ExistingId)
            ? error with { Error = "Another item of the request has this ISBN too.", ExistingId = null }
            : error;
}
