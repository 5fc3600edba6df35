using System.Text.Json;
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
    internal List<Stored> Import(SqliteConnection connection, IReadOnlyList<ImportItem> batch, OnDuplicate onDuplicate, Actor by)
    {
        var held = Held(connection, batch);
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
                Add(connection, toAdd, by);
                toAdd.Clear();
                stored.Add(table.Import(connection, [item], onDuplicate, by).Value[0]);
            }
        }
        Add(connection, toAdd, by);
        return stored;
    }

    private static HashSet<long> Held(SqliteConnection connection, IReadOnlyList<ImportItem> batch) => [.. connection.Query<long>(
        "SELECT value FROM json_each(@Rows) WHERE EXISTS (SELECT 1 FROM books WHERE isbn_key = value)",
        new LoadedRows(JsonSerializer.Serialize([.. batch.Select(item => item.Book.Isbn.Key)], LoadedJson.Readable.Int64Array)))];

    private void Add(SqliteConnection connection, List<BookFields> books, Actor by)
    {
        if (books.Count == 0)
            return;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var last = connection.QuerySingle<LastLoaded>("SELECT (SELECT coalesce(max(id), 0) FROM books) AS Book, (SELECT coalesce(max(id), 0) FROM authors) AS Author");
        // A fault ends the load as a whole. Only where a statement may have to be undone by itself, which OR FAIL rules out, does SQLite copy
        // each page that it changes.
        connection.Execute("""
            INSERT OR FAIL INTO authors (name, name_key, name_folded, created_at)
            SELECT value ->> 'Name', value ->> 'Key', value ->> 'Folded', @Now
            FROM json_each(@Rows)
            WHERE NOT EXISTS (SELECT 1 FROM authors WHERE name_key = value ->> 'Key')
            """, new LoadedRows(JsonSerializer.Serialize([.. books.Select(book => book.AuthorName).Distinct().Select(name => AuthorValues.Of(name, now)).DistinctBy(author => author.Key)], LoadedJson.Readable.AuthorValuesArray), now));
        connection.Execute("""
            INSERT OR FAIL INTO books (
                title, title_folded, author_id, author_name, author_folded, isbn, isbn_key, genre, genre_key, published_year,
                price_cents, status, page_count, tags, description, created_at)
            SELECT
                value ->> 'Title', value ->> 'TitleFolded', a.id, a.name, a.name_folded, value ->> 'Isbn', value ->> 'IsbnKey',
                value ->> 'Genre', value ->> 'GenreKey', value ->> 'PublishedYear', value ->> 'PriceCents', value ->> 'Status',
                value ->> 'PageCount', value ->> 'Tags', value ->> 'Description', @Now
            FROM json_each(@Rows)
            CROSS JOIN authors a ON a.name_key = value ->> 'AuthorKey'
            """, new LoadedRows(JsonSerializer.Serialize([.. books.Select(book => BookValues.Of(book, now))], LoadedJson.Readable.BookValuesArray), now));
        audit.RecordLoaded(connection, by, Followers.BooksOfAuthor, last.Author, last.Book);
    }
}
