using System.Text.Json.Serialization;
using LiteBooks.Http;

namespace LiteBooks.Orders;

/// <summary>How orders are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(Rfc3339Converter)])]
[JsonSerializable(typeof(OrderResponse))]
[JsonSerializable(typeof(OrderPage))]
internal sealed partial class OrderJson : JsonSerializerContext;
