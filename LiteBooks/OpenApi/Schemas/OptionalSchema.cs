using Namotion.Reflection;
using NJsonSchema;
using NJsonSchema.Generation.TypeMappers;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>A member that may be absent has the type that it has where it is there.</summary>
internal sealed class OptionalSchema : ITypeMapper
{
    public Type MappedType => typeof(Optional<>);

    public bool UseReference => false;

    public void GenerateSchema(JsonSchema schema, TypeMapperContext context)
    {
        var type = context.Type.GenericTypeArguments[0];
        context.JsonSchemaGenerator.Generate(schema, (Nullable.GetUnderlyingType(type) ?? type).ToContextualType(context.ParentAttributes), context.JsonSchemaResolver);
    }
}
