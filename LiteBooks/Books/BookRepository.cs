using System.Text.Json;
using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

[module: DapperAot]

namespace LiteBooks.Books;

/// <summary>All SQL that changes books, and finds single ones. Whatever it is given was checked by <see cref="BookRules"/>.</summary>
public sealed class BookRepository(Database database, AuditTrail audit, TimeProvider clock)
{
    public BookRow? Find(long id) => database.ReadOnce(connection => Find(connection, id));

    public long? FindByIsbn(Isbn isbn) => database.ReadOnce(connection => FindByIsbn(connection, isbn));

    /// <summary>Adds a book, and stores its answer with it; <see cref="Duplicate"/> if its ISBN is held.</summary>
    public Task<Outcome<BookRow>> Insert(BookFields book, Actor by, Remembered<BookRow>? remembered = null, CancellationToken cancel = default) =>
        database.Write<BookRow>(connection =>
        {
            if (!Insert(connection, book, by).Succeeded(out var id, out var failure))
                return failure;
            var row = Find(connection, id)!;
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
                if (Insert(connection, books[i], by).Succeeded(out var id, out var failure))
                    created.Add(Find(connection, id)!);
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
            if (Find(connection, id) is not { } row)
                return new NotFound("book", id);
            if (!expected.Allows(row.Version))
                return new StaleVersion();
            if (!change(row).Succeeded(out var book, out var refused))
                return refused;
            return Update(connection, row, book, by) is { } failure ? failure : Find(connection, id)!;
        }, cancel);

    public Task<Outcome<long>> Delete(long id, ExpectedVersion expected, Actor by, CancellationToken cancel = default) =>
        database.Write<long>(connection =>
        {
            if (Find(connection, id) is not { } row)
                return new NotFound("book", id);
            if (!expected.Allows(row.Version))
                return new StaleVersion();
            Delete(connection, id, by);
            return id;
        }, cancel);

    /// <summary>Deletes many books in one transaction, and tells which of them there were not.</summary>
    public Task<Outcome<BulkDelete>> DeleteMany(IReadOnlyList<long> ids, Actor by, CancellationToken cancel) =>
        database.Write<BulkDelete>(connection =>
        {
            var notFound = ids.Where(id => !Delete(connection, id, by)).ToList();
            return new BulkDelete { Deleted = ids.Count - notFound.Count, NotFound = notFound };
        }, cancel);

    /// <summary>Stores a batch, all or nothing. Where a duplicate may not be met: <see cref="DuplicateInImport"/>.</summary>
    public Task<Outcome<IReadOnlyList<Stored>>> Import(IReadOnlyList<ImportItem> batch, OnDuplicate onDuplicate, Actor by) =>
        database.Write<IReadOnlyList<Stored>>(connection =>
        {
            var stored = new List<Stored>(batch.Count);
            foreach (var item in batch)
            {
                if (Insert(connection, item.Book, by).Succeeded(out _, out var failure))
                    stored.Add(Stored.Added);
                else if (onDuplicate == OnDuplicate.Fail)
                    return new DuplicateInImport(stored.Count, ((Duplicate)failure).ExistingId);
                else
                    stored.Add(onDuplicate == OnDuplicate.Skip ? Stored.Skipped : Merge(connection, ((Duplicate)failure).ExistingId, item.Patch, by));
            }
            return stored;
        });

    /// <summary>Visits every book in the order of their ids, all from one snapshot, without holding them in memory.</summary>
    public void VisitAll(Action<BookRow> visit) => database.Read(connection =>
    {
        foreach (var row in connection.Query<BookRow>(SelectWhole + " ORDER BY b.id", buffered: false))
            visit(row);
        return 0;
    });

    /// <summary>Whether no book was ever stored: ids are never given twice, so a deleted catalogue does not count as new.</summary>
    public bool IsNew() => database.ReadOnce(connection =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_sequence WHERE name = 'books'") == 0);

    /// <summary>Adds a book within a write; <see cref="Duplicate"/> if its ISBN is held, and then nothing has changed.</summary>
    internal Outcome<long> Insert(SqliteConnection connection, BookFields book, Actor by, long stock = 0)
    {
        if (FindByIsbn(connection, book.Isbn) is { } existing)
            return DuplicateIsbn(existing);
        var id = connection.ExecuteScalar<long>("""
            INSERT INTO books (
                title, title_folded, author_id, author_folded, isbn, isbn_key, genre, genre_key, published_year,
                price_cents, status, page_count, stock_quantity, tags, description, created_at)
            SELECT @Title, @TitleFolded, a.id, a.name_folded, @Isbn, @IsbnKey, @Genre, @GenreKey, @PublishedYear,
                @PriceCents, @Status, @PageCount, @Stock, @Tags, @Description, @Now
            FROM authors a
            WHERE a.id = @AuthorId
            RETURNING id
            """, Values(book, AuthorId(connection, book.AuthorName, by)) with { Stock = stock });
        audit.Record(connection, by, AuditAction.Create, AuditedResource.Books, id);
        return id;
    }

    private const string SelectWhole = $"""
        SELECT {BookColumns.Whole}
        FROM books b
        JOIN authors a ON a.id = b.author_id
        """;

    private static BookRow? Find(SqliteConnection connection, long id) =>
        connection.QuerySingleOrDefault<BookRow>(SelectWhole + " WHERE b.id = @Id", new BookById(id));

    private static long? FindByIsbn(SqliteConnection connection, Isbn isbn) =>
        connection.ExecuteScalar<long?>("SELECT id FROM books WHERE isbn_key = @Key", new BookByIsbn(isbn.Key));

    // The reviews of a book go with it.
    private bool Delete(SqliteConnection connection, long id, Actor by)
    {
        if (audit.Snapshot(connection, AuditedResource.Books, id) is not { } before)
            return false;
        audit.RecordFollowers(connection, by, AuditAction.Delete, Followers.ReviewsOfBook, id, () =>
            connection.Execute("DELETE FROM books WHERE id = @Id", new BookById(id)));
        audit.Record(connection, by, AuditAction.Delete, AuditedResource.Books, id, before);
        return true;
    }

    private Failure? Update(SqliteConnection connection, BookRow row, BookFields book, Actor by)
    {
        var before = audit.Snapshot(connection, AuditedResource.Books, row.Id);
        if (Store(connection, row, book, by) is { } failure)
            return failure;
        audit.Record(connection, by, AuditAction.Update, AuditedResource.Books, row.Id, before);
        return null;
    }

    /// <summary>Writes a book's new version within a write that records it.</summary>
    internal Failure? Store(SqliteConnection connection, BookRow row, BookFields book, Actor by)
    {
        if (book.Isbn.Text != row.Isbn && FindByIsbn(connection, book.Isbn) is { } existing && existing != row.Id)
            return DuplicateIsbn(existing);
        var author = book.AuthorName == row.AuthorName ? row.AuthorId : AuthorId(connection, book.AuthorName, by);
        var values = Values(book, author) with { Id = row.Id, Version = row.Version };
        var updated = connection.Execute($"""
            UPDATE books
            SET {string.Concat(ChangedColumns(row, values))}
                updated_at = @Now,
                version = version + 1
            WHERE id = @Id AND version = @Version
            """, values);
        return updated == 1 ? null : new StaleVersion();
    }

    // SQLite writes anew every index of a column that is set, be it to the value that it had.
    private static IEnumerable<string> ChangedColumns(BookRow row, BookValues values)
    {
        if (values.Title != row.Title)
            yield return "title = @Title, title_folded = @TitleFolded, ";
        if (values.AuthorId != row.AuthorId)
            yield return "author_id = @AuthorId, author_folded = (SELECT name_folded FROM authors WHERE id = @AuthorId), ";
        if (values.Isbn != row.Isbn)
            yield return "isbn = @Isbn, isbn_key = @IsbnKey, ";
        if (values.Genre != row.Genre)
            yield return "genre = @Genre, genre_key = @GenreKey, ";
        if (values.PublishedYear != row.PublishedYear)
            yield return "published_year = @PublishedYear, ";
        if (values.PriceCents != row.PriceCents)
            yield return "price_cents = @PriceCents, ";
        if (values.Status != row.Status)
            yield return "status = @Status, ";
        if (values.PageCount != row.PageCount)
            yield return "page_count = @PageCount, ";
        if (values.Tags != row.Tags)
            yield return "tags = @Tags, ";
        if (values.Description != row.Description)
            yield return "description = @Description, ";
    }

    /// <summary>Brings a deleted book back under its id, as the version after its last, within a write that records it.</summary>
    internal Failure? Restore(SqliteConnection connection, long id, BookFields book, DateTimeOffset createdAt, Actor by)
    {
        if (FindByIsbn(connection, book.Isbn) is { } existing)
            return DuplicateIsbn(existing);
        connection.Execute("""
            INSERT INTO books (
                id, title, title_folded, author_id, author_folded, isbn, isbn_key, genre, genre_key, published_year,
                price_cents, status, page_count, tags, description, created_at, updated_at, version)
            SELECT @Id, @Title, @TitleFolded, a.id, a.name_folded, @Isbn, @IsbnKey, @Genre, @GenreKey, @PublishedYear,
                @PriceCents, @Status, @PageCount, @Tags, @Description, @CreatedAt, @Now, @Version
            FROM authors a
            WHERE a.id = @AuthorId
            """, Values(book, AuthorId(connection, book.AuthorName, by)) with { Id = id, Version = VersionAfter(connection, id), CreatedAt = createdAt.ToUnixTimeMilliseconds() });
        return null;
    }

    internal static string? NameOfAuthor(SqliteConnection connection, long id) =>
        connection.ExecuteScalar<string?>("SELECT name FROM authors WHERE id = @Id", new AuthorById(id));

    // Above every version that it ever had, so that no old tag fits it.
    private static long VersionAfter(SqliteConnection connection, long id) => connection.ExecuteScalar<long>("""
        SELECT 1 + max(before ->> 'version')
        FROM audit
        WHERE resource = 'books' AND resource_id = @Id
        """, new BookById(id));

    private Stored Merge(SqliteConnection connection, long id, BookPatch patch, Actor by)
    {
        var row = Find(connection, id)!;
        var current = row.ToFields();
        var merged = patch.ApplyTo(current);
        if (merged == current)
            return Stored.Unchanged;
        if (BookRules.Uphold(merged).Failure is not null)
            return Stored.Refused;
        Update(connection, row, merged, by);
        return Stored.Updated;
    }

    // A book that the same request stored is undone with it, and its id leads nowhere.
    private static DuplicateItem WithoutUndone(DuplicateItem error, List<BookRow> created) =>
        created.Exists(row => row.Id == error.ExistingId)
            ? error with { Error = "Another item of the request has this ISBN too.", ExistingId = null }
            : error;

    private long AuthorId(SqliteConnection connection, string name, Actor by)
    {
        var author = new AuthorValues(name, TextFolding.Key(name), TextFolding.Fold(name), Now);
        if (connection.ExecuteScalar<long?>("SELECT id FROM authors WHERE name_key = @Key", author) is { } known)
            return known;
        var id = connection.ExecuteScalar<long>("""
            INSERT INTO authors (name, name_key, name_folded, created_at)
            VALUES (@Name, @Key, @Folded, @Now)
            RETURNING id
            """, author);
        audit.Record(connection, by, AuditAction.Create, AuditedResource.Authors, id);
        return id;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static Duplicate DuplicateIsbn(long existing) =>
        new("duplicate_isbn", $"The book {existing} has this ISBN already.", existing);

    private BookValues Values(BookFields book, long authorId) => new()
    {
        Title = book.Title,
        TitleFolded = TextFolding.Fold(book.Title),
        AuthorId = authorId,
        Isbn = book.Isbn.Text,
        IsbnKey = book.Isbn.Key,
        Genre = book.Genre,
        GenreKey = book.Genre is { } genre ? TextFolding.Key(genre) : null,
        PublishedYear = book.PublishedYear,
        PriceCents = book.PriceCents,
        Status = book.Status,
        PageCount = book.PageCount,
        Tags = JsonSerializer.Serialize([.. book.Tags], BookJson.Stored.StringArray),
        Description = book.Description,
        Now = Now,
    };
}
