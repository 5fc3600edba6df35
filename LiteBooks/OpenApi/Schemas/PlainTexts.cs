using NJsonSchema;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>
/// What every text of a request may hold (<see cref="TextRules"/>): no control characters, and where it has to be there, something beside blanks.
/// Written so that the regular expressions of all languages read it alike.
/// </summary>
internal static class PlainTexts
{
    private const string Controls = @"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f";
    private const string Any = "^[^" + Controls + "]*$";
    private const string Visible = "^[^" + Controls + @"]*[^\s" + Controls + "][^" + Controls + "]*$";

    public static void Put(JsonSchema schema)
    {
        foreach (var member in schema.Properties.Values.Where(member => member.Reference is null))
            Put(member);
        if (schema.Item is { Reference: null } item)
            Put(item);
        if (schema.Type.HasFlag(JsonObjectType.String) && schema.Format is null && schema.Enumeration.Count == 0)
            schema.Pattern ??= HasToBeSeen(schema) ? Visible : Any;
    }

    // The blanks of a password count, and so do those of a query.
    private static bool HasToBeSeen(JsonSchema schema) => schema is JsonSchemaProperty { MinLength: > 0, IsWriteOnly: false };
}
