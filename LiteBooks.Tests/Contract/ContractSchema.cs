using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace LiteBooks.Tests.Contract;

/// <summary>A schema of the document, ready to look at values.</summary>
internal sealed class ContractSchema(Func<JsonObject> translation, Func<JsonObject> partial)
{
    // Faults are told only where there are some: most values have none, and that is found out sooner without telling.
    private static readonly EvaluationOptions Whether = new() { OutputFormat = OutputFormat.Flag, RequireFormatValidation = true };
    private static readonly EvaluationOptions Which = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly Lazy<JsonSchema> _schema = new(() => JsonSchema.FromText(translation().ToJsonString(), ScalarLengths.Options));
    private readonly Lazy<JsonSchema> _partial = new(() => JsonSchema.FromText(partial().ToJsonString(), ScalarLengths.Options));

    /// <summary>What is wrong with a value: where (a JSON pointer), which rule, and why.</summary>
    public IEnumerable<string> FaultsOf(JsonElement value) => FaultsOf(value, _schema.Value);

    public IEnumerable<string> FaultsOf(JsonNode value)
    {
        using var document = JsonDocument.Parse(value.ToJsonString());
        return [.. FaultsOf(document.RootElement)];
    }

    /// <summary>The same of a value from which members were left out because the client did not want them.</summary>
    public IEnumerable<string> FaultsOfPart(JsonElement value) => FaultsOf(value, _partial.Value);

    private static List<string> FaultsOf(JsonElement value, JsonSchema schema)
    {
        if (schema.Evaluate(value, Whether).IsValid)
            return [];
        var details = schema.Evaluate(value, Which).Details ?? [];
        return [.. details.Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error =>
            $"at '{detail.InstanceLocation}': {(error.Key.Length > 0 ? error.Key : "not described")} (by {detail.EvaluationPath}): {error.Value}"))];
    }
}
