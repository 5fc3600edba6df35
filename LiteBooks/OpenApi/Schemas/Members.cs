using System.Reflection;
using NJsonSchema;
using NJsonSchema.Generation;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>A model's properties, each with the schema of the member that it is on the wire.</summary>
internal static class Members
{
    public static IEnumerable<(PropertyInfo Property, JsonSchemaProperty Schema)> Of(SchemaProcessorContext context)
    {
        var naming = ((SystemTextJsonSchemaGeneratorSettings)context.Settings).SerializerOptions.PropertyNamingPolicy!;
        foreach (var property in context.ContextualType.Properties)
        {
            if (context.Schema.Properties.TryGetValue(naming.ConvertName(property.Name), out var schema))
                yield return (property.PropertyInfo, schema);
        }
    }
}
