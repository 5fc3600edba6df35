using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LiteBooks.Tests.Contract;

/// <summary>A parameter of a request, or a header of an answer: a text that stands for a value.</summary>
internal sealed partial class Parameter(string name, JsonObject json, ContractSchemas schemas, Direction direction)
{
    private readonly JsonObject _schema = schemas.Resolve(json["schema"]!).AsObject();

    public Parameter(JsonObject json, ContractSchemas schemas) : this(json["name"]!.GetValue<string>(), json, schemas, Direction.Request)
    {
    }

    public string Name => name;

    /// <summary>Where it stands: path, query or header.</summary>
    public string Place => json["in"]?.GetValue<string>() ?? "header";

    public bool IsRequired => json["required"]?.GetValue<bool>() ?? false;

    public bool MayBeEmpty => json["allowEmptyValue"]?.GetValue<bool>() ?? false;

    public JsonObject Json => _schema;

    public ContractSchema Schema { get; } = schemas.For(json["schema"]!, direction);

    /// <summary>What is wrong with what was sent; of several where one is described, the last counts.</summary>
    public IEnumerable<string> FaultsOf(IReadOnlyList<string> values)
    {
        if (MayBeEmpty)
            values = [.. values.Where(value => value.Trim().Length > 0)];
        if (values.Count == 0)
            return [];
        return Schema.FaultsOf(IsList ? new JsonArray([.. values.Select(value => ValueOf(value, _schema["items"]!))]) : ValueOf(values[^1], _schema));
    }

    private bool IsList => _schema["type"]?.GetValue<string>() == "array";

    private static JsonNode ValueOf(string text, JsonNode schema) => schema["type"]?.GetValue<string>() switch
    {
        "integer" or "number" when Number().IsMatch(text) => JsonNode.Parse(text)!,
        "boolean" when text is "true" or "false" => bool.Parse(text),
        _ => text,
    };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
