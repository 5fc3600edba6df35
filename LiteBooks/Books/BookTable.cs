using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

[module: DapperAot]

namespace LiteBooks.Books;

/// <summary>The SQL that changes books, and finds single ones, within a transaction that is somebody else's.</summary>
public sealed class BookTable(AuditTrail audit, TimeProvider clock)
{
    /// <summary>Stores a batch. Where a duplicate may not be met: <see cref="DuplicateInImport"/>, and what comes before it is stored.</summary>
    internal Outcome<IReadOnlyList<Stored>> Import(SqliteConnection connection, IReadOnlyList<ImportItem> batch, OnDuplicate onDuplicate, Actor by)
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
    }

    /// <summary>Adds a book within a write; <see cref="Duplicate"/> if its ISBN is held, and then nothing has changed.</summary>
    internal Outcome<long> Insert(SqliteConnection connection, BookFields book, Actor by, long stock = 0)
    {
        if (FindByIsbn(connection, book.Isbn) is { } existing)
            return DuplicateIsbn(existing);
        connection.Execute("""
            INSERT INTO books (
                title, title_folded, author_id, author_name, author_folded, isbn, isbn_key, genre, genre_key, published_year,
                price_cents, status, page_count, stock_quantity, tags, description, created_at)
            SELECT @Title, @TitleFolded, a.id, a.name, a.name_folded, @Isbn, @IsbnKey, @Genre, @GenreKey, @PublishedYear,
                @PriceCents, @Status, @PageCount, @Stock, @Tags, @Description, @Now
            FROM authors a
            WHERE a.id = @AuthorId
            """, Values(book, AuthorId(connection, book.AuthorName, by)) with { Stock = stock });
        var id = IdOfNew(connection);
        audit.Record(connection, by, AuditAction.Create, AuditedResource.Books, id);
        return id;
    }

    internal const string SelectWhole = $"""
        SELECT {BookColumns.Whole}
        FROM books b
        """;

    internal static BookRow? Find(SqliteConnection connection, long id) =>
        connection.QuerySingleOrDefault<BookRow>(SelectWhole + " WHERE b.id = @Id", new BookById(id));

    internal static long? FindByIsbn(SqliteConnection connection, Isbn isbn) =>
        connection.ExecuteScalar<long?>("SELECT id FROM books WHERE isbn_key = @Key", new BookByIsbn(isbn.Key));

    /// <summary>Deletes a book and its reviews; false if there is none.</summary>
    internal bool Delete(SqliteConnection connection, long id, Actor by)
    {
        if (audit.Snapshot(connection, AuditedResource.Books, id) is not { } before)
            return false;
        audit.RecordFollowers(connection, by, AuditAction.Delete, Followers.ReviewsOfBook, id, () =>
            connection.Execute("DELETE FROM books WHERE id = @Id", new BookById(id)));
        audit.Record(connection, by, AuditAction.Delete, AuditedResource.Books, id, before);
        return true;
    }

    /// <summary>Writes a book's new version and records it.</summary>
    internal Failure? Update(SqliteConnection connection, BookRow row, BookFields book, Actor by)
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
            yield return "(author_id, author_name, author_folded) = (SELECT id, name, name_folded FROM authors WHERE id = @AuthorId), ";
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
                id, title, title_folded, author_id, author_name, author_folded, isbn, isbn_key, genre, genre_key, published_year,
                price_cents, status, page_count, tags, description, created_at, updated_at, version)
            SELECT @Id, @Title, @TitleFolded, a.id, a.name, a.name_folded, @Isbn, @IsbnKey, @Genre, @GenreKey, @PublishedYear,
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

    private long AuthorId(SqliteConnection connection, string name, Actor by)
    {
        var author = AuthorValues.Of(name, Now);
        if (connection.ExecuteScalar<long?>("SELECT id FROM authors WHERE name_key = @Key", author) is { } known)
            return known;
        connection.Execute("""
            INSERT INTO authors (name, name_key, name_folded, created_at)
            VALUES (@Name, @Key, @Folded, @Now)
            """, author);
        var id = IdOfNew(connection);
        audit.Record(connection, by, AuditAction.Create, AuditedResource.Authors, id);
        return id;
    }

    // For RETURNING, SQLite would make a table in memory for every row, which takes longer than the row itself.
    private static long IdOfNew(SqliteConnection connection) => connection.ExecuteScalar<long>("SELECT last_insert_rowid()");

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static Duplicate DuplicateIsbn(long existing) =>
        new("duplicate_isbn", $"The book {existing} has this ISBN already.", existing);

    private BookValues Values(BookFields book, long authorId) => BookValues.Of(book, Now) with { AuthorId = authorId };
}
