using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Generation.TypeMappers;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>JSON that is handed on as it came is an object, in all rooms.</summary>
internal sealed class JsonObjectSchema() : PrimitiveTypeMapper(typeof(JsonElement), schema => schema.Type = JsonObjectType.Object);
