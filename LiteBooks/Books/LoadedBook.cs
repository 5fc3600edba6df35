using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiteBooks.Books;

/// <summary>A book as <see cref="BookLoad"/> hands it to SQLite, a member of a JSON array.</summary>
internal sealed record LoadedBook
{
    public required string Title { get; init; }
    public required string TitleFolded { get; init; }
    public required string AuthorKey { get; init; }
    public required string Isbn { get; init; }
    public required long IsbnKey { get; init; }
    public required string? Genre { get; init; }
    public required string? GenreKey { get; init; }
    public required int? PublishedYear { get; init; }
    public required long PriceCents { get; init; }
    public required string Status { get; init; }
    public required int? PageCount { get; init; }
    public required string Tags { get; init; }
    public required string? Description { get; init; }
}

/// <summary>An author likewise.</summary>
internal sealed record LoadedAuthor(string Name, string Key, string Folded);

internal sealed record LoadedRows(string Rows, long Now = 0);

/// <summary>The highest ids before a batch.</summary>
public sealed class LastLoaded
{
    public long Book { get; init; }
    public long Author { get; init; }
}

[JsonSerializable(typeof(LoadedAuthor[]))]
[JsonSerializable(typeof(LoadedBook[]))]
[JsonSerializable(typeof(long[]))]
internal sealed partial class LoadedJson : JsonSerializerContext
{
    /// <summary>Letters stay letters: SQLite reads them faster than escapes.</summary>
    public static LoadedJson Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
