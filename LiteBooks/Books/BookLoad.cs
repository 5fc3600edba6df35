using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Books;

/// <summary>
/// Stores books in a catalogue that is being loaded (<see cref="CatalogueLoad"/>), a batch with a few statements: what SQLite does
/// around each statement, and the way to it, cost as much as the rows. What comes of it is what <see cref="BookTable"/> would
/// leave, which stores what other than adding there is to do.
/// </summary>
public sealed class BookLoad(BookTable table, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Stores a batch.</summary>
    /// <param name="rows">What <see cref="LoadedRows.Of"/> makes of its books.</param>
    internal List<Stored> Import(CatalogueLoad load, IReadOnlyList<ImportItem> batch, LoadedRows rows, OnDuplicate onDuplicate, Actor by)
    {
        var held = Held(load, rows);
        var stored = new List<Stored>(batch.Count);
        var toAdd = new List<BookFields>(batch.Count);
        foreach (var item in batch)
        {
            if (held.Add(item.Book.Isbn.Key))
            {
                toAdd.Add(item.Book);
                stored.Add(Stored.Added);
            }
            else if (onDuplicate == OnDuplicate.Skip)
                stored.Add(Stored.Skipped);
            else
            {
                // The book that it changes may be among those before it.
                Add(load, LoadedRows.Of(toAdd), toAdd.Count, by);
                toAdd.Clear();
                stored.Add(Change(load, item, onDuplicate, by));
            }
        }
        Add(load, toAdd.Count == batch.Count ? rows : LoadedRows.Of(toAdd), toAdd.Count, by);
        return stored;
    }

    private static HashSet<long> Held(CatalogueLoad load, LoadedRows rows) => [.. load.Connection.Query<long>(
        "SELECT value FROM jsonb_each(@Rows) WHERE EXISTS (SELECT 1 FROM books WHERE isbn_key = value)",
        new RowsToLoad(rows.Isbns))];

    private Stored Change(CatalogueLoad load, ImportItem item, OnDuplicate onDuplicate, Actor by)
    {
        var stored = table.Import(load.Connection, [item], onDuplicate, by).Value[0];
        var book = load.Connection.QuerySingle<LoadedTitle>(
            "SELECT id, json_array(title_folded) AS Titles FROM books WHERE isbn_key = @Key", new BookByIsbn(item.Book.Isbn.Key));
        load.Titles.Add(book.Id, book.Titles);
        return stored;
    }

    private void Add(CatalogueLoad load, LoadedRows rows, int count, Actor by)
    {
        if (count == 0)
            return;
        var connection = load.Connection;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var last = connection.QuerySingle<LastLoaded>("SELECT (SELECT coalesce(max(id), 0) FROM books) AS Book, (SELECT coalesce(max(id), 0) FROM authors) AS Author");
        // Elements of jsonb_each are read as they are, those of json_each written out anew for each column.
        connection.Execute("""
            INSERT INTO authors (name, name_key, name_folded, created_at)
            SELECT value ->> 'Name', value ->> 'Key', value ->> 'Folded', @Now
            FROM jsonb_each(@Rows)
            WHERE NOT EXISTS (SELECT 1 FROM authors WHERE name_key = value ->> 'Key')
            """, new RowsToLoad(rows.Authors, now));
        connection.Execute("""
            INSERT INTO books (
                title, title_folded, author_id, author_name, author_folded, isbn, isbn_key, genre, genre_key, published_year,
                price_cents, status, page_count, tags, description, created_at)
            SELECT
                value ->> 'Title', value ->> 'TitleFolded', a.id, a.name, a.name_folded, value ->> 'Isbn', value ->> 'IsbnKey',
                value ->> 'Genre', value ->> 'GenreKey', value ->> 'PublishedYear', value ->> 'PriceCents', value ->> 'Status',
                value ->> 'PageCount', value ->> 'Tags', value ->> 'Description', @Now
            FROM jsonb_each(@Rows)
            CROSS JOIN authors a ON a.name_key = value ->> 'AuthorKey'
            """, new RowsToLoad(rows.Books, now));
        // Ids of one statement follow each other without a gap.
        load.Titles.Add(connection.ExecuteScalar<long>("SELECT last_insert_rowid()") - count + 1, rows.Titles);
        audit.RecordLoaded(connection, by, Followers.BooksOfAuthor, last.Author, last.Book);
    }
}

/// <summary>A book that was changed.</summary>
public sealed class LoadedTitle
{
    public long Id { get; init; }
    public string Titles { get; init; } = "";
}
