using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiteBooks.Books.Admin;
using LiteBooks.Books.V2;
using LiteBooks.Http;

namespace LiteBooks.Books;

/// <summary>How books are written as JSON, generated at compile time because the published binary has no reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(Rfc3339Converter)])]
[JsonSerializable(typeof(BookResponse))]
[JsonSerializable(typeof(BookPage))]
[JsonSerializable(typeof(BookSummary))]
[JsonSerializable(typeof(SparseBook))]
[JsonSerializable(typeof(BookCursorPage))]
[JsonSerializable(typeof(BookFacets))]
[JsonSerializable(typeof(BulkCreated))]
[JsonSerializable(typeof(BulkDelete))]
[JsonSerializable(typeof(IsbnExplanation))]
[JsonSerializable(typeof(AdminBookResponse))]
[JsonSerializable(typeof(BookSnapshot))]
[JsonSerializable(typeof(BookV2Answer))]
[JsonSerializable(typeof(BookV2List))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class BookJson : JsonSerializerContext
{
    /// <summary>For the tags column, which no browser reads: letters stay letters.</summary>
    public static BookJson Stored { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
