using NJsonSchema;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>A member that means the same as another model's, and has its description and bounds.</summary>
internal static class MirroredMember
{
    public static void Mirror(JsonSchemaProperty source, JsonSchemaProperty member)
    {
        member.Description = source.Description;
        member.Pattern = source.Pattern;
        member.Format ??= source.Format;
        (member.MinLength, member.MaxLength) = (source.MinLength, source.MaxLength);
        (member.Minimum, member.Maximum) = (source.Minimum, source.Maximum);
        (member.Item, member.MinItems, member.MaxItems) = (source.Item, source.MinItems, source.MaxItems);
    }
}
