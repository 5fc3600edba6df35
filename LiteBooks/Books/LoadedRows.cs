using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiteBooks.Books;

/// <summary>
/// What is stored of books that are loaded, as JSON arrays. To make it takes no database, so it is made of one batch while
/// another is stored.
/// </summary>
internal sealed record LoadedRows(string Isbns, string Titles, string Authors, string Books)
{
    /// <summary>Rows of books in their order, and of each of their authors.</summary>
    public static LoadedRows Of(IReadOnlyList<BookFields> books)
    {
        // The time is that of storing, not of this.
        BookValues[] values = [.. books.Select(book => BookValues.Of(book, now: 0))];
        AuthorValues[] authors = [.. books.Select(book => book.AuthorName).Distinct().Select(name => AuthorValues.Of(name, now: 0)).DistinctBy(author => author.Key)];
        return new LoadedRows(
            JsonSerializer.Serialize([.. values.Select(book => book.IsbnKey)], LoadedJson.Readable.Int64Array),
            JsonSerializer.Serialize([.. values.Select(book => book.TitleFolded)], LoadedJson.Readable.StringArray),
            JsonSerializer.Serialize(authors, LoadedJson.Readable.AuthorValuesArray),
            JsonSerializer.Serialize(values, LoadedJson.Readable.BookValuesArray));
    }
}

/// <summary>Rows of one kind, and when they are stored.</summary>
internal sealed record RowsToLoad(string Rows, long Now = 0);

/// <summary>The highest ids before a batch.</summary>
public sealed class LastLoaded
{
    public long Book { get; init; }
    public long Author { get; init; }
}

[JsonSerializable(typeof(AuthorValues[]))]
[JsonSerializable(typeof(BookValues[]))]
[JsonSerializable(typeof(long[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class LoadedJson : JsonSerializerContext
{
    /// <summary>Letters stay letters: SQLite reads them faster than escapes.</summary>
    public static LoadedJson Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
