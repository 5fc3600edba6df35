using System.Text.Json;
using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

[module: DapperAot]

namespace LiteBooks.Books;

/// <summary>All SQL of single books. Whatever it is given was checked by <see cref="BookRules"/>.</summary>
public sealed class BookRepository(Database database, TimeProvider clock)
{
    public BookRow? Find(long id) => database.Read(connection => Find(connection, id));

    /// <summary>One page and the number of all books that match, from one snapshot.</summary>
    public (IReadOnlyList<BookSummaryRow> Rows, long Total) List(BookQuery query)
    {
        var listing = new BookListing(query);
        return database.Read(connection =>
        {
            var total = connection.ExecuteScalar<long>(listing.CountSql, listing.Filter.Parameters);
            IReadOnlyList<BookSummaryRow> rows = query.Page.Offset >= total
                ? []
                : connection.Query<BookSummaryRow>(listing.PageSql, listing.Filter.Parameters).AsList();
            return (rows, total);
        });
    }

    /// <summary>Adds a book; <see cref="Duplicate"/> if its ISBN is held.</summary>
    public Task<Outcome<BookRow>> Insert(BookFields book, CancellationToken cancel = default) =>
        database.Write<BookRow>(connection =>
        {
            var inserted = Insert(connection, book);
            return inserted.Succeeded(out var id, out var failure) ? Find(connection, id)! : failure;
        }, cancel);

    /// <summary>Changes a book as it is at that moment; <see cref="NotFound"/>, <see cref="Duplicate"/>, or what the change itself refuses.</summary>
    public Task<Outcome<BookRow>> Update(long id, Func<BookFields, Outcome<BookFields>> change, CancellationToken cancel = default) =>
        database.Write<BookRow>(connection =>
        {
            if (Find(connection, id) is not { } row)
                return new NotFound("book", id);
            if (!change(row.ToFields()).Succeeded(out var book, out var refused))
                return refused;
            return Update(connection, id, book) is { } failure ? failure : Find(connection, id)!;
        }, cancel);

    public Task<Outcome<long>> Delete(long id, CancellationToken cancel = default) =>
        database.Write<long>(connection =>
            connection.Execute("DELETE FROM books WHERE id = @Id", new BookById(id)) == 1 ? id : new NotFound("book", id), cancel);

    /// <summary>Stores a batch, all or nothing. Where a duplicate may not be met: <see cref="DuplicateInImport"/>.</summary>
    public Task<Outcome<IReadOnlyList<Stored>>> Import(IReadOnlyList<ImportItem> batch, OnDuplicate onDuplicate) =>
        database.Write<IReadOnlyList<Stored>>(connection =>
        {
            var stored = new List<Stored>(batch.Count);
            foreach (var item in batch)
            {
                if (FindByIsbn(connection, item.Book.Isbn) is not { } existing)
                    stored.Add(Insert(connection, item.Book).Failure is null ? Stored.Added : throw new InvalidOperationException("An ISBN appeared inside a transaction."));
                else if (onDuplicate == OnDuplicate.Fail)
                    return new DuplicateInImport(stored.Count, existing);
                else
                    stored.Add(onDuplicate == OnDuplicate.Skip ? Stored.Skipped : Merge(connection, existing, item.Patch));
            }
            return stored;
        });

    /// <summary>Visits every book in the order of their ids, all from one snapshot, without holding them in memory.</summary>
    public void VisitAll(Action<BookRow> visit) => database.Read(connection =>
    {
        foreach (var row in connection.Query<BookRow>(Select + " ORDER BY b.id", buffered: false))
            visit(row);
        return 0;
    });

    /// <summary>Whether no book was ever stored: ids are never given twice, so a deleted catalogue does not count as new.</summary>
    public bool IsNew() => database.Read(connection =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_sequence WHERE name = 'books'") == 0);

    private const string Select = """
        SELECT b.id, b.title, a.name AS author_name, b.isbn, b.genre, b.published_year, b.price_cents, b.description,
               b.tags, b.status, b.page_count, b.created_at, b.updated_at, b.version
        FROM books b
        JOIN authors a ON a.id = b.author_id
        """;

    internal static BookRow? Find(SqliteConnection connection, long id) =>
        connection.QuerySingleOrDefault<BookRow>(Select + " WHERE b.id = @Id", new BookById(id));

    internal static long? FindByIsbn(SqliteConnection connection, Isbn isbn) =>
        connection.ExecuteScalar<long?>("SELECT id FROM books WHERE isbn_key = @Key", new BookByIsbn(isbn.Key));

    internal Outcome<long> Insert(SqliteConnection connection, BookFields book, long stock = 0)
    {
        if (FindByIsbn(connection, book.Isbn) is { } existing)
            return DuplicateIsbn(existing);
        return connection.ExecuteScalar<long>("""
            INSERT INTO books (
                title, title_folded, author_id, author_folded, isbn, isbn_key, genre, genre_key, published_year,
                price_cents, status, page_count, stock_quantity, tags, description, created_at)
            SELECT @Title, @TitleFolded, a.id, a.name_folded, @Isbn, @IsbnKey, @Genre, @GenreKey, @PublishedYear,
                @PriceCents, @Status, @PageCount, @Stock, @Tags, @Description, @Now
            FROM authors a
            WHERE a.id = @AuthorId
            RETURNING id
            """, Values(book, AuthorId(connection, book.AuthorName)) with { Stock = stock });
    }

    internal Failure? Update(SqliteConnection connection, long id, BookFields book)
    {
        if (FindByIsbn(connection, book.Isbn) is { } existing && existing != id)
            return DuplicateIsbn(existing);
        connection.Execute("""
            UPDATE books
            SET title = @Title,
                title_folded = @TitleFolded,
                author_id = @AuthorId,
                author_folded = (SELECT name_folded FROM authors WHERE id = @AuthorId),
                isbn = @Isbn,
                isbn_key = @IsbnKey,
                genre = @Genre,
                genre_key = @GenreKey,
                published_year = @PublishedYear,
                price_cents = @PriceCents,
                status = @Status,
                page_count = @PageCount,
                tags = @Tags,
                description = @Description,
                updated_at = @Now,
                version = version + 1
            WHERE id = @Id
            """, Values(book, AuthorId(connection, book.AuthorName)) with { Id = id });
        return null;
    }

    private Stored Merge(SqliteConnection connection, long id, BookPatch patch)
    {
        var current = Find(connection, id)!.ToFields();
        var merged = patch.ApplyTo(current);
        if (merged == current)
            return Stored.Unchanged;
        if (BookRules.Uphold(merged).Failure is not null)
            return Stored.Refused;
        Update(connection, id, merged);
        return Stored.Updated;
    }

    private long AuthorId(SqliteConnection connection, string name)
    {
        var author = new AuthorValues(name, TextFolding.Key(name), TextFolding.Fold(name), Now);
        return connection.ExecuteScalar<long?>("SELECT id FROM authors WHERE name_key = @Key", author)
            ?? connection.ExecuteScalar<long>("""
                INSERT INTO authors (name, name_key, name_folded, created_at)
                VALUES (@Name, @Key, @Folded, @Now)
                RETURNING id
                """, author);
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
