using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiteBooks.Seed.Storage;

// The members of the JSON that BatchInsert hands to SQLite.

internal sealed record AuthorValues(string Name, string Key, string Folded, long CreatedAt);

internal sealed record BookValues
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
    public required int Stock { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required string? Description { get; init; }
    public required long CreatedAt { get; init; }
}

[JsonSerializable(typeof(List<AuthorValues>))]
[JsonSerializable(typeof(List<BookValues>))]
internal sealed partial class BatchJson : JsonSerializerContext
{
    /// <summary>As LiteBooks stores tags: letters stay letters.</summary>
    public static BatchJson Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
