using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using LiteBooks.Http.Description;
using NJsonSchema;
using NJsonSchema.Generation;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>The bounds that LiteBooks' own attributes set, and ranges of its own types; NJsonSchema knows the rest.</summary>
internal sealed class MemberBounds : ISchemaProcessor
{
    public void Process(SchemaProcessorContext context)
    {
        foreach (var (property, schema) in Members.Of(context))
        {
            if (property.GetCustomAttribute<ItemsAttribute>() is { } items)
                (schema.MaxItems, schema.Item!.MaxLength) = (items.Most, items.Longest);
            if (property.GetCustomAttribute<HowManyAttribute>() is { } count)
                (schema.MinItems, schema.MaxItems) = (count.Least, count.Most);
            if (property.GetCustomAttribute<OneOfAttribute>() is { } list)
                Choices.Put(schema, list.Values);
            // NJsonSchema does not look inside an Optional.
            if (property.GetCustomAttribute<StringLengthAttribute>() is { } length)
                (schema.MinLength, schema.MaxLength) = (length.MinimumLength, length.MaximumLength);
            if (property.GetCustomAttribute<RangeAttribute>() is { } range)
                (schema.Minimum, schema.Maximum) = (Number(range.Minimum), Number(range.Maximum));
        }
    }

    private static decimal Number(object bound) => Convert.ToDecimal(bound, CultureInfo.InvariantCulture);
}

/// <summary>A closed list of texts.</summary>
internal static class Choices
{
    public static void Put(JsonSchema schema, IReadOnlyList<string> values)
    {
        foreach (var value in values)
            schema.Enumeration.Add(value);
    }
}
