using System.Reflection;
using LiteBooks.Http.Description;
using Namotion.Reflection;
using NJsonSchema;
using NJsonSchema.Generation;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>Gives the members of an answer the descriptions and bounds with which bodies set them, where it does not say its own.</summary>
internal sealed class ShownMembers : ISchemaProcessor
{
    public void Process(SchemaProcessorContext context)
    {
        foreach (var shows in context.ContextualType.Type.GetCustomAttributes<ShowsAttribute>())
        {
            var model = context.Generator.Generate(shows.Model.ToContextualType(), context.Resolver).ActualSchema;
            foreach (var (name, member) in context.Schema.Properties)
            {
                if (model.Properties.TryGetValue(name, out var set))
                    Take(set, member);
            }
        }
    }

    // What was set may have been brought into one form: an ISBN has lost its hyphens. So it has no pattern, and no least length.
    private static void Take(JsonSchemaProperty set, JsonSchemaProperty member)
    {
        member.Description ??= set.Description;
        member.MaxLength ??= set.MaxLength;
        member.Minimum ??= set.Minimum;
        member.Maximum ??= set.Maximum;
        // No bound is 0.
        member.MaxItems = Math.Max(member.MaxItems, set.MaxItems);
        if (member.Item is { } item)
            item.MaxLength ??= set.Item?.MaxLength;
    }
}
