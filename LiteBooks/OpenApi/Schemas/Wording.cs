using LiteBooks.Http.Traffic;
using NJsonSchema;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>
/// Goes through all schemas when they are finished: what has no word or bound of its own gets those of its name, and every value the bounds
/// of its type, of the web server, or of what a body can hold.
/// </summary>
internal static class Wording
{
    // Times are answered in one form, 2026-11-23T20:20:00.123Z, and taken with up to seven digits of a second and a zone.
    private const int AnsweredTime = 24;
    private const int TakenTime = 33;

    /// <summary>What bounds a text of a body that nothing else bounds: the body, where the server is not set otherwise.</summary>
    private const int LongestBody = 1024 * 1024;

    /// <summary>More than any report has of single figures.</summary>
    private const int MostNames = 100;

    public static void Put(NSwag.OpenApiDocument document)
    {
        foreach (var schema in document.Components.Schemas.Values)
        {
            foreach (var (name, member) in schema.Properties)
                PutInto(member, name, ClosedObjects.IsTaken(schema));
            if (ClosedObjects.IsForm(schema))
                BoundFurther(schema, isTaken: true, LongestBody);
            else if (ClosedObjects.IsTaken(schema))
                PlainTexts.Put(schema);
        }
        var operations = document.Operations.Select(operation => operation.Operation).ToList();
        foreach (var parameter in operations.SelectMany(operation => operation.Parameters))
        {
            Bound(parameter.ActualSchema, Vocabulary.Words.GetValueOrDefault(parameter.Name.EndsWith("_id", StringComparison.Ordinal) ? "id" : parameter.Name), isTaken: true, ServerLimits.RequestLineBytes);
            if (parameter.Kind == NSwag.OpenApiParameterKind.Query)
                PlainTexts.Put(parameter.Schema);
        }
    }

    private static void PutInto(JsonSchemaProperty member, string name, bool isTaken)
    {
        var word = Vocabulary.Words.GetValueOrDefault(name);
        member.Description ??= word?.Description;
        if (isTaken)
            member.IsWriteOnly = name.EndsWith("password", StringComparison.Ordinal);
        else
            member.IsReadOnly = word is { IsReadOnly: true };
        // A reference stands alone; what it points to has its own turn.
        if (member.Reference is null)
            Bound(member, word, isTaken, isTaken ? LongestBody : ServerLimits.RequestLineBytes);
    }

    private static void Bound(JsonSchema schema, Word? word, bool isTaken, int longest)
    {
        if (schema.Type.HasFlag(JsonObjectType.Array))
        {
            if (schema.MaxItems <= 0)
                schema.MaxItems = word?.MostItems ?? int.MaxValue;
            if (schema.Item is { Reference: null } item)
                Bound(item, word, isTaken, longest);
        }
        if (schema.Type.HasFlag(JsonObjectType.String))
            BoundText(schema, word, isTaken, longest);
        if (schema.Type.HasFlag(JsonObjectType.Integer) || schema.Type.HasFlag(JsonObjectType.Number))
            BoundNumber(schema, word);
        BoundFurther(schema, isTaken, longest);
    }

    private static void BoundFurther(JsonSchema schema, bool isTaken, int longest)
    {
        if (schema.AdditionalPropertiesSchema is not { } value)
            return;
        schema.MaxProperties = MostNames;
        Bound(value, null, isTaken, longest);
    }

    private static void BoundText(JsonSchema schema, Word? word, bool isTaken, int longest)
    {
        if (schema.Enumeration.Count > 0)
            return;
        schema.MaxLength ??= schema.Format == JsonFormatStrings.DateTime ? isTaken ? TakenTime : AnsweredTime : word?.Longest ?? longest;
        // A form that answers have is not one that requests have to have.
        if (!isTaken && schema.Format is null)
            schema.Pattern ??= word?.Pattern;
    }

    private static void BoundNumber(JsonSchema schema, Word? word)
    {
        schema.Minimum ??= word?.Least;
        schema.Maximum ??= word?.Most;
        if (!schema.Type.HasFlag(JsonObjectType.Integer))
            return;
        var isShort = schema.Format == JsonFormatStrings.Integer;
        schema.Minimum ??= isShort ? int.MinValue : long.MinValue;
        schema.Maximum ??= isShort ? int.MaxValue : long.MaxValue;
    }
}
