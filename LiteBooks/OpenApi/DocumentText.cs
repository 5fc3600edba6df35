using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LiteBooks.OpenApi;

/// <summary>The document as JSON, without what NSwag writes amiss. The same on every machine.</summary>
internal static class DocumentText
{
    // Times and prices of the examples stay as they were written.
    private static readonly JsonSerializerSettings Verbatim = new()
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
    };

    public static JToken Parse(string json) => JsonConvert.DeserializeObject<JToken>(json, Verbatim)!;

    public static string Of(NSwag.OpenApiDocument document)
    {
        var root = Parse(document.ToJson());
        // NSwag leaves out an empty list, but a list that is not there says nothing, and one that is empty says "no token".
        root["security"] ??= new JArray();
        // What is described is for everybody; the operator's own routes are not.
        root["servers"]![0]!["x-internal"] = false;
        RemoveUnused((JObject)root["components"]!["responses"]!, root.ToString());
        foreach (var token in ((JContainer)root).DescendantsAndSelf().ToList())
            Mend(token);
        return root.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }

    // A problem to which every route adds a header of its own is described by none but them.
    private static void RemoveUnused(JObject responses, string document)
    {
        foreach (var response in responses.Properties().Where(response => !document.Contains($"\"#/components/responses/{response.Name}\"", StringComparison.Ordinal)).ToList())
            response.Remove();
    }

    private static void Mend(JToken token)
    {
        // A reference stands alone (OpenAPI 3.0, Reference Object).
        if (token is JObject { Count: > 1 } reference && reference["$ref"] is { } target)
            reference.ReplaceAll(new JProperty("$ref", target));
        // What nullable may be beside is a type (OpenAPI 3.0.3), and a reference that may be null is a choice between the two.
        if (token is JObject { Count: > 1 } choice && choice["nullable"] is { } nullable && choice["type"] is null && choice["oneOf"] is JArray forms)
        {
            nullable.Parent!.Remove();
            forms.Add(new JObject { ["type"] = "object", ["nullable"] = true, ["enum"] = new JArray(JValue.CreateNull()) });
        }
        // Null is one of the choices, or it cannot be chosen (OpenAPI 3.0.3).
        if (token is JObject { } few && few["nullable"] is not null && few["enum"] is JArray choices && choices.All(one => one.Type != JTokenType.Null))
            choices.Add(JValue.CreateNull());
        // The order of parameters is the order in which they stand.
        if (token is JProperty { Name: "x-position" } position)
            position.Remove();
        // A bound of whole numbers is one itself: 100, not 100.0.
        if (token is JValue { Value: decimal number } value && decimal.IsInteger(number))
            value.Value = (long)number;
    }
}
