using NJsonSchema;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>
/// Objects of a request: members that are not known are refused, and the schema says so, nested objects and those of a list included. A model
/// of a request is therefore never one of an answer, which stays open.
/// </summary>
internal static class ClosedObjects
{
    /// <summary>A form, whose members that nobody knows are passed over (RFC 6749, section 3.2).</summary>
    public static void LeaveOpen(JsonSchema schema) =>
        schema.ActualTypeSchema.AdditionalPropertiesSchema = new JsonSchema { Type = JsonObjectType.String, Description = "Passed over." };

    /// <summary>Whether the members of a schema are those of a request.</summary>
    public static bool IsTaken(JsonSchema schema) => !schema.AllowAdditionalProperties || IsForm(schema);

    public static bool IsForm(JsonSchema schema) => schema is { AdditionalPropertiesSchema: not null, Properties.Count: > 0 };

    public static void Close(JsonSchema schema)
    {
        var closed = schema.ActualTypeSchema;
        if (closed.Item is { } item)
            Close(item);
        // An object of which nothing is said takes anything.
        if (!closed.Type.HasFlag(JsonObjectType.Object) || closed.ActualProperties.Count == 0)
            return;
        closed.AllowAdditionalProperties = false;
        foreach (var member in closed.ActualProperties.Values)
            Close(member);
    }
}
