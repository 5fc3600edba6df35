using System.Reflection;
using LiteBooks.Http.Description;
using NJsonSchema.Generation;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>The examples that models carry.</summary>
internal sealed class Examples : ISchemaProcessor
{
    public void Process(SchemaProcessorContext context)
    {
        if (context.ContextualType.Type.GetCustomAttribute<ExampleAttribute>() is { } example)
            context.Schema.Example = DocumentText.Parse(example.Json);
    }
}
