using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiteBooks.Http;

namespace LiteBooks.Books;

/// <summary>How books are written as JSON, generated at compile time because the published binary has no reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(Rfc3339Converter)])]
[JsonSerializable(typeof(BookResponse))]
[JsonSerializable(typeof(BookPage))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class BookJson : JsonSerializerContext
{
    /// <summary>For the tags column, which no browser reads: letters stay letters.</summary>
    public static BookJson Stored { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
