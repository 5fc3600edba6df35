using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace LiteBooks.Tests.Contract;

/// <summary>Whether a request that the server took is one that the document describes.</summary>
internal static class RequestRules
{
    public static IEnumerable<string> FaultsOf(Exchange exchange, Operation operation, IReadOnlyDictionary<string, string> path)
    {
        foreach (var parameter in operation.Parameters)
        {
            var values = ValuesOf(parameter, exchange, path);
            if (parameter.IsRequired && values.Count == 0)
                yield return $"took a request without the required {parameter.Place} parameter {parameter.Name}";
            foreach (var fault in parameter.FaultsOf(values))
                yield return $"took the {parameter.Place} parameter {parameter.Name}={string.Join(',', values)}, which is not valid {fault}";
        }
        foreach (var fault in FaultsOfBody(exchange, operation))
            yield return fault;
    }

    private static IReadOnlyList<string> ValuesOf(Parameter parameter, Exchange exchange, IReadOnlyDictionary<string, string> path) => parameter.Place switch
    {
        "path" => [path[parameter.Name]],
        "query" => exchange.Query.TryGetValue(parameter.Name, out var values) ? [.. values.Select(value => value ?? "")] : [],
        _ => exchange.SentHeader(parameter.Name),
    };

    private static IEnumerable<string> FaultsOfBody(Exchange exchange, Operation operation)
    {
        // A body that is no array of bytes cannot be read twice; those are a few tests of how bodies arrive.
        if (operation.Bodies.Count == 0 || exchange is { Sent: null, Request.Content: not null })
            yield break;
        if (exchange.Sent is not { } sent)
            yield return "took a request without a body";
        else if (exchange.SentType is not { } type || !operation.Bodies.TryGetValue(type, out var schema))
            yield return $"took a body of the type {exchange.SentType ?? "(none)"}; described are {string.Join(", ", operation.Bodies.Keys)}";
        else
            foreach (var fault in FaultsOf(Read(sent, type), schema))
                yield return $"took a body that is not valid {fault}";
    }

    // As it was sent, or else as it counts (in words, under Features): a text longer than it may be by its blanks is none.
    private static IEnumerable<string> FaultsOf(JsonNode body, ContractSchema schema)
    {
        var faults = schema.FaultsOf(body).ToList();
        return faults.Count == 0 ? [] : schema.FaultsOf(WithoutPadding.Of(body));
    }

    private static JsonNode Read(byte[] body, string type) => type == "application/x-www-form-urlencoded"
        ? new JsonObject(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)).Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value.ToString())))
        : JsonNode.Parse(Encoding.UTF8.GetString(body).TrimStart('\uFEFF'))!;
}
