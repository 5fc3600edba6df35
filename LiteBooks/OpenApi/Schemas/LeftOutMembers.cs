using System.Reflection;
using System.Text.Json.Serialization;
using NJsonSchema.Generation;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>A member that is left out instead of being null is never null.</summary>
internal sealed class LeftOutMembers : ISchemaProcessor
{
    public void Process(SchemaProcessorContext context)
    {
        foreach (var (property, schema) in Members.Of(context))
        {
            if (property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.WhenWritingNull })
                schema.IsNullableRaw = null;
        }
    }
}
