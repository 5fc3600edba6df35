using System.Reflection;
using LiteBooks.Http.Description;
using Namotion.Reflection;
using NJsonSchema;
using NJsonSchema.Generation;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>
/// Gives a body the members of another before its own. One that it has itself stands for the other's of the same name, and
/// is required where that is.
/// </summary>
internal sealed class AlsoMembers : ISchemaProcessor
{
    public void Process(SchemaProcessorContext context)
    {
        if (context.ContextualType.Type.GetCustomAttribute<AlsoHasAttribute>() is not { } also)
            return;
        var model = context.Generator.Generate(also.Model.ToContextualType(), context.Resolver).ActualSchema;
        var members = context.Schema.Properties;
        var own = members.ToDictionary();
        members.Clear();
        foreach (var (name, member) in model.Properties)
        {
            members[name] = own.TryGetValue(name, out var mine) ? mine : Copy(member);
            members[name].IsRequired = member.IsRequired;
        }
        foreach (var (name, member) in own)
            members.TryAdd(name, member);
    }

    // A member belongs to the schema that it stands in, so another needs one of its own.
    private static JsonSchemaProperty Copy(JsonSchemaProperty source)
    {
        var copy = new JsonSchemaProperty { Type = source.Type, Format = source.Format, IsNullableRaw = source.IsNullableRaw, Reference = source.Reference };
        MirroredMember.Mirror(source, copy);
        // An object that may be null.
        foreach (var form in source.OneOf)
            copy.OneOf.Add(new JsonSchema { Reference = form.ActualSchema });
        Choices.Put(copy, [.. source.Enumeration.OfType<string>()]);
        return copy;
    }
}
