using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Batch;

/// <summary>Adds books, and authors that are new: each row with its row of the audit; the triggers do the rest.</summary>
internal sealed class Creation(Catalogue catalogue, IReadOnlyList<NewBook> books, long firstIsbn) : IChange
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SqliteCommand _author = catalogue.Prepare("SELECT id FROM authors WHERE name_key = @Key", "@Key");

    private readonly SqliteCommand _addAuthor = catalogue.Prepare("""
        INSERT INTO authors (name, name_key, name_folded, created_at)
        VALUES (@Name, @Key, @Folded, @Now)
        """, "@Name", "@Key", "@Folded", "@Now");

    private readonly SqliteCommand _add = catalogue.Prepare("""
        INSERT INTO books (
            title, title_folded, author_id, author_name, author_folded, isbn, isbn_key, genre, genre_key, published_year,
            price_cents, status, page_count, stock_quantity, tags, description, created_at)
        VALUES (@Title, @TitleFolded, @AuthorId, @AuthorName, @AuthorFolded, @Isbn, @IsbnKey, @Genre, @GenreKey, @PublishedYear,
            @PriceCents, 'available', @PageCount, 0, @Tags, @Description, @Now)
        """, "@Title", "@TitleFolded", "@AuthorId", "@AuthorName", "@AuthorFolded", "@Isbn", "@IsbnKey", "@Genre", "@GenreKey", "@PublishedYear",
        "@PriceCents", "@PageCount", "@Tags", "@Description", "@Now");

    private long _count;

    public void Write()
    {
        var book = books[(int)(_count % books.Count)];
        // Nobody asks this file for its ISBNs, so they need no check digit.
        var key = 9_790_000_000_000 + firstIsbn + _count++;
        var isbn = key.ToString(CultureInfo.InvariantCulture);
        var author = book.AuthorName.Replace(NewBook.Blank, isbn, StringComparison.Ordinal);
        var folded = book.AuthorFolded.Replace(NewBook.Blank, isbn, StringComparison.Ordinal);
        _add.Set(
            book.Title, book.TitleFolded, AuthorId(author, folded), author, folded, isbn, key, book.Genre,
            book.Genre?.ToLowerInvariant(), book.PublishedYear, (long)(book.Price * 100), book.PageCount, JsonSerializer.Serialize(book.Tags, Json),
            book.Description, Catalogue.Now);
        _add.ExecuteNonQuery();
        catalogue.RecordBook("create", catalogue.IdOfNew());
    }

    private long AuthorId(string name, string folded)
    {
        var key = name.ToLowerInvariant();
        _author.Set(key);
        if (_author.ExecuteScalar() is long known)
            return known;
        _addAuthor.Set(name, key, folded, Catalogue.Now);
        _addAuthor.ExecuteNonQuery();
        var id = catalogue.IdOfNew();
        catalogue.RecordAuthor("create", id);
        return id;
    }
}
