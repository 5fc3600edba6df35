using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiteBooks.Tests.Contract;

/// <summary>The ways in which a value can be other than its schema says, one at a time.</summary>
internal sealed class Breaks(ContractSchemas schemas)
{
    /// <summary>Values that a schema does not allow, each with what is wrong. What it allows all the same, the caller leaves out.</summary>
    public IEnumerable<(string What, JsonNode? Value)> Of(JsonNode reference, JsonNode? good)
    {
        var schema = schemas.Resolve(reference).AsObject();
        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray forms)
            return Of(forms[0]!, good).Concat([("a wrong type", JsonValue.Create(7)), ("a wrong type", JsonValue.Create("x"))]);
        IEnumerable<(string, JsonNode?)> found = schema["enum"] is not null ? [("not in the list", "no such value")] : schema["type"]?.GetValue<string>() switch
        {
            "object" => OfObject(schema, good!.AsObject()),
            "array" => OfArray(schema, good!.AsArray()),
            "string" => OfText(schema),
            _ => OfNumber(schema),
        };
        return found.Concat(WrongTypes(schema)).Append(("null", null));
    }

    private static IEnumerable<(string, JsonNode?)> WrongTypes(JsonObject schema)
    {
        var type = schema["type"]!.GetValue<string>();
        JsonNode[] values = ["x", 7, true, new JsonArray("x"), new JsonObject { ["x"] = 1 }];
        string[] types = ["string", type == "number" ? "number" : "integer", "boolean", "array", "object"];
        return types.Zip(values).Where(other => other.First != type).Select(other => ($"{other.First} instead of {type}", (JsonNode?)other.Second));
    }

    private static IEnumerable<(string, JsonNode?)> OfText(JsonObject schema)
    {
        if (schema["maxLength"]?.GetValue<int>() is { } most)
            yield return ("too long", new string('a', most + 1));
        if (schema["minLength"]?.GetValue<int>() is > 0 and { } least)
            yield return ("too short", new string('a', least - 1));
        if (schema["pattern"] is not null)
        {
            yield return ("of another form", "!");
            yield return ("a control character", "a\u0001bcdefghi");
            yield return ("blank", "         ");
        }
        if (schema["format"] is not null)
            yield return ("of another format", "yesterday");
    }

    private static IEnumerable<(string, JsonNode?)> OfNumber(JsonObject schema)
    {
        if (schema["minimum"]?.GetValue<decimal>() is { } least)
            yield return ("too small", least - 1);
        if (schema["maximum"]?.GetValue<decimal>() is { } most)
            yield return ("too large", most + 1);
        if (schema["type"]!.GetValue<string>() == "integer")
            yield return ("a fraction", 1.5m);
    }

    private IEnumerable<(string, JsonNode?)> OfArray(JsonObject schema, JsonArray good)
    {
        if (schema["minItems"]?.GetValue<int>() is > 0)
            yield return ("too few", new JsonArray());
        if (schema["maxItems"]?.GetValue<int>() is < 1000 and { } most)
            yield return ("too many", new JsonArray([.. Enumerable.Range(0, most + 1).Select(place => Distinct(good[0], place))]));
        foreach (var (what, item) in Of(schema["items"]!, good[0]))
            yield return ($"[0] {what}", new JsonArray(item?.DeepClone()));
    }

    // Equal ones count once.
    private static JsonNode? Distinct(JsonNode? item, int place) => item is JsonValue && item.GetValueKind() == JsonValueKind.String ? $"a{place}" : item is JsonValue ? place + 1 : item?.DeepClone();

    private IEnumerable<(string, JsonNode?)> OfObject(JsonObject schema, JsonObject good)
    {
        if (schema["additionalProperties"] is JsonValue)
            yield return ("an unknown member", With(good, "no_such_member", 1));
        if (schema["minProperties"] is not null)
            yield return ("empty", new JsonObject());
        foreach (var name in schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [])
        {
            var without = good.DeepClone().AsObject();
            without.Remove(name);
            yield return ($"without {name}", without);
        }
        foreach (var (name, member) in (schema["properties"]?.AsObject() ?? []).Where(member => good.ContainsKey(member.Key)))
        {
            foreach (var (what, value) in Of(member!, good[name]))
                yield return ($"{name}: {what}", With(good, name, value?.DeepClone()));
        }
    }

    private static JsonObject With(JsonObject good, string name, JsonNode? value)
    {
        var copy = good.DeepClone().AsObject();
        copy[name] = value;
        return copy;
    }
}
