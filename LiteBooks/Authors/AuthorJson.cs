using System.Text.Json.Serialization;
using LiteBooks.Http;

namespace LiteBooks.Authors;

/// <summary>How authors are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(Rfc3339Converter)])]
[JsonSerializable(typeof(AuthorResponse))]
[JsonSerializable(typeof(AuthorWithContact))]
[JsonSerializable(typeof(AuthorPage))]
internal sealed partial class AuthorJson : JsonSerializerContext;
