using System.Reflection;
using LiteBooks.Http.Description;
using Namotion.Reflection;
using NJsonSchema;
using NJsonSchema.Generation;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>Gives a merge patch the descriptions and bounds of the model that it changes.</summary>
internal sealed class PatchMembers : ISchemaProcessor
{
    public void Process(SchemaProcessorContext context)
    {
        if (context.ContextualType.Type.GetCustomAttribute<PatchOfAttribute>() is not { } patch)
            return;
        var model = context.Generator.Generate(patch.Model.ToContextualType(), context.Resolver).ActualSchema;
        foreach (var (name, member) in context.Schema.Properties.ToList())
        {
            if (model.Properties.TryGetValue(name, out var source))
                MirroredMember.Mirror(source, member);
            member.IsNullableRaw = member.IsRequired || source is { IsRequired: true } ? null : true;
            member.IsRequired = false;
            if (member is { IsNullableRaw: true, Reference: { } reference })
                PutInside(member, reference);
        }
    }

    // A reference stands alone (OpenAPI 3.0, Reference Object), so that it may be null is said around it.
    private static void PutInside(JsonSchemaProperty member, JsonSchema reference)
    {
        member.Reference = null;
        member.OneOf.Add(new JsonSchema { Reference = reference });
    }
}
