using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace LiteBooks.Tests.Contract;

/// <summary>Which way a value goes: what is only read is not wanted of a request, and what is only written is in no answer.</summary>
internal enum Direction
{
    Request,
    Answer,
}

/// <summary>
/// The schemas of the document, as JSON Schema (2020-12), which is what the validator knows: <c>nullable</c> becomes a type,
/// and references become what they refer to. Each is made when it is first asked for.
/// </summary>
internal sealed class ContractSchemas(JsonObject document)
{
    // What says nothing of the value, or is said in another way.
    private static readonly string[] Passed = ["description", "title", "example", "default", "deprecated", "nullable", "readOnly", "writeOnly", "externalDocs", "xml"];

    private readonly ConcurrentDictionary<(JsonNode, Direction), ContractSchema> _known = new();

    public ContractSchema For(JsonNode schema, Direction direction) =>
        _known.GetOrAdd((Resolve(schema), direction), _ => new ContractSchema(() => Translate(schema, direction, whole: true), () => Translate(schema, direction, whole: false)));

    /// <summary>A component by its name.</summary>
    public ContractSchema Named(string name, Direction direction) => For(document["components"]!["schemas"]![name]!, direction);

    /// <summary>What a reference refers to, or the thing itself.</summary>
    public JsonNode Resolve(JsonNode node)
    {
        if (node["$ref"]?.GetValue<string>() is not { } reference)
            return node;
        return Resolve(reference["#/".Length..].Split('/').Aggregate((JsonNode)document, (place, step) => place[step]!));
    }

    private JsonObject Translate(JsonNode reference, Direction direction, bool whole)
    {
        var schema = Resolve(reference).AsObject();
        var translated = new JsonObject();
        foreach (var (keyword, value) in schema.Where(said => !Passed.Contains(said.Key) && !said.Key.StartsWith("x-", StringComparison.Ordinal)))
            translated[keyword] = keyword switch
            {
                "type" when schema["nullable"]?.GetValue<bool>() == true => new JsonArray(value!.DeepClone(), "null"),
                "items" => Translate(value!, direction, whole),
                "additionalProperties" when value is JsonObject => Translate(value, direction, whole),
                "oneOf" or "anyOf" or "allOf" => new JsonArray([.. value!.AsArray().Select(choice => Translate(choice!, direction, whole))]),
                "properties" => new JsonObject(value!.AsObject().Select(member => KeyValuePair.Create(member.Key, MemberOf(member.Value!, direction, whole)))),
                "required" => new JsonArray([.. value!.AsArray().Select(name => name!.GetValue<string>()).Where(name => whole && IsWanted(schema, name, direction)).Select(name => (JsonNode)name)]),
                "enum" or "pattern" or "format" or "type" or "minimum" or "maximum" or "multipleOf" or "minLength" or "maxLength" or "minItems" or "maxItems" or "uniqueItems" or "minProperties" or "maxProperties" or "additionalProperties" => value!.DeepClone(),
                _ => throw new InvalidOperationException($"Say here what the keyword {keyword} means."),
            };
        // The document leaves its answers open, so that clients bear what comes later; what there is today is to be in it.
        if (direction == Direction.Answer && schema["properties"] is not null && !translated.ContainsKey("additionalProperties"))
            translated["additionalProperties"] = false;
        return translated;
    }

    private JsonNode? MemberOf(JsonNode member, Direction direction, bool whole) =>
        direction == Direction.Answer && Says(member, "writeOnly") ? JsonValue.Create(false) : Translate(member, direction, whole);

    private bool IsWanted(JsonObject schema, string name, Direction direction) =>
        !Says(schema["properties"]?[name], direction == Direction.Request ? "readOnly" : "writeOnly");

    private bool Says(JsonNode? member, string keyword) => member is not null && Resolve(member)[keyword]?.GetValue<bool>() == true;
}
