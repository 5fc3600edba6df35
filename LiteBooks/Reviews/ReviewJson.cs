using System.Text.Json.Serialization;
using LiteBooks.Http;

namespace LiteBooks.Reviews;

/// <summary>How reviews are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(Rfc3339Converter)])]
[JsonSerializable(typeof(ReviewResponse))]
[JsonSerializable(typeof(ReviewPage))]
[JsonSerializable(typeof(ModeratedReview))]
[JsonSerializable(typeof(ModeratedReviewPage))]
internal sealed partial class ReviewJson : JsonSerializerContext;
