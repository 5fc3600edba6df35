using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiteBooks.Data;
using LiteBooks.Seed.Catalogues;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Seed.Storage;

/// <summary>
/// Inserts a batch of books and their authors with one statement for each table. A statement for each book takes several
/// times as long: SQLite then notes for every single one what it would have to undo, indexes and triggers included.
/// </summary>
internal static class BatchInsert
{
    /// <summary>Inserts the authors that are not known yet, in the order of their books, and returns how many they are.</summary>
    public static int Authors(SqliteConnection connection, IEnumerable<SampleBook> books) => Run(connection, """
        INSERT INTO authors (name, name_key, name_folded, created_at)
        SELECT value ->> 'Name', value ->> 'Key', value ->> 'Folded', value ->> 'CreatedAt'
        FROM json_each(@rows)
        WHERE NOT EXISTS (SELECT 1 FROM authors WHERE name_key = value ->> 'Key')
        ORDER BY key
        """, books.Select(AuthorOf).DistinctBy(author => author.Key).ToList(), BatchJson.Readable.ListAuthorValues);

    public static int Books(SqliteConnection connection, IEnumerable<SampleBook> books) => Run(connection, """
        INSERT INTO books (
            title, title_folded, author_id, author_name, author_folded, isbn, isbn_key, genre, genre_key, published_year,
            price_cents, status, page_count, stock_quantity, tags, description, created_at)
        SELECT
            value ->> 'Title', value ->> 'TitleFolded', a.id, a.name, a.name_folded, value ->> 'Isbn', value ->> 'IsbnKey',
            value ->> 'Genre', value ->> 'GenreKey', value ->> 'PublishedYear', value ->> 'PriceCents', value ->> 'Status',
            value ->> 'PageCount', value ->> 'Stock', value -> 'Tags', value ->> 'Description', value ->> 'CreatedAt'
        FROM json_each(@rows)
        JOIN authors a ON a.name_key = value ->> 'AuthorKey'
        ORDER BY key
        """, books.Select(BookOf).ToList(), BatchJson.Readable.ListBookValues);

    private static AuthorValues AuthorOf(SampleBook book)
    {
        var name = book.Fields.AuthorName;
        return new(name, TextFolding.Key(name), TextFolding.Fold(name), book.CreatedAt.ToUnixTimeMilliseconds());
    }

    private static BookValues BookOf(SampleBook book)
    {
        var fields = book.Fields;
        return new()
        {
            Title = fields.Title,
            TitleFolded = TextFolding.Fold(fields.Title),
            AuthorKey = TextFolding.Key(fields.AuthorName),
            Isbn = fields.Isbn.Text,
            IsbnKey = fields.Isbn.Key,
            Genre = fields.Genre,
            GenreKey = fields.Genre is { } genre ? TextFolding.Key(genre) : null,
            PublishedYear = fields.PublishedYear,
            PriceCents = fields.PriceCents,
            Status = fields.Status,
            PageCount = fields.PageCount,
            Stock = book.Stock,
            Tags = fields.Tags,
            Description = fields.Description,
            CreatedAt = book.CreatedAt.ToUnixTimeMilliseconds(),
        };
    }

    private static int Run<T>(SqliteConnection connection, string sql, T rows, JsonTypeInfo<T> type)
    {
        using var command = new SqliteCommand(sql, connection);
        command.Parameters.AddWithValue("@rows", JsonSerializer.Serialize(rows, type));
        return command.ExecuteNonQuery();
    }
}
