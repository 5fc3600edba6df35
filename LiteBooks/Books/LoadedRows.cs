using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiteBooks.Books;

/// <summary>The rows of a batch, as a JSON array of what is stored.</summary>
internal sealed record LoadedRows(string Rows, long Now = 0);

/// <summary>The highest ids before a batch.</summary>
public sealed class LastLoaded
{
    public long Book { get; init; }
    public long Author { get; init; }
}

[JsonSerializable(typeof(AuthorValues[]))]
[JsonSerializable(typeof(BookValues[]))]
[JsonSerializable(typeof(long[]))]
internal sealed partial class LoadedJson : JsonSerializerContext
{
    /// <summary>Letters stay letters: SQLite reads them faster than escapes.</summary>
    public static LoadedJson Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
