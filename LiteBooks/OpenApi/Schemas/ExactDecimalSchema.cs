using NJsonSchema;
using NJsonSchema.Generation.TypeMappers;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>A number as it was written is a number.</summary>
internal sealed class ExactDecimalSchema() : PrimitiveTypeMapper(typeof(ExactDecimal), schema =>
{
    schema.Type = JsonObjectType.Number;
    schema.Format = JsonFormatStrings.Decimal;
});
