using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using NJsonSchema.Generation;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>What C# cannot leave out is always there: <c>required</c> members, those of a record's constructor, and what is computed.</summary>
internal sealed class RequiredMembers : ISchemaProcessor
{
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The document is made under the JIT only, where nothing is trimmed.")]
    public void Process(SchemaProcessorContext context)
    {
        var constructed = context.ContextualType.Type.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.Name)
            .ToHashSet();
        foreach (var (property, schema) in Members.Of(context))
        {
            if (property.IsDefined(typeof(RequiredMemberAttribute)) || constructed.Contains(property.Name) || !property.CanWrite)
                schema.IsRequired = true;
        }
    }
}
