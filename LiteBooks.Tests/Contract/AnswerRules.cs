using System.Text.Json;

namespace LiteBooks.Tests.Contract;

/// <summary>Whether an answer is one that the document describes.</summary>
internal static class AnswerRules
{
    public static IEnumerable<string> FaultsOf(Exchange exchange, Operation operation)
    {
        if (!operation.Answers.TryGetValue(exchange.Status, out var described))
            return [$"the status is not described; those are {string.Join(", ", operation.Answers.Keys)}"];
        return [.. FaultsOfHeaders(exchange, described), .. FaultsOfBody(exchange, described)];
    }

    /// <summary>A problem of what is not in the document is one all the same.</summary>
    public static IEnumerable<string> FaultsOfProblem(Exchange exchange, ContractSchemas schemas) =>
        exchange.Body is { Length: > 0 } body ? FaultsOfJson(body, schemas.Named("Problem", Direction.Answer).FaultsOf) : [];

    private static IEnumerable<string> FaultsOfHeaders(Exchange exchange, DescribedAnswer described)
    {
        foreach (var header in described.Headers.Where(header => header.IsRequired))
        {
            if (!exchange.ReceivedHeaders.Any(sent => sent.Name.Equals(header.Name, StringComparison.OrdinalIgnoreCase)))
                yield return $"the required header {header.Name} is missing";
        }
        foreach (var (name, value) in exchange.ReceivedHeaders)
        {
            if (described.Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } header)
            {
                if (!OutsideTheContract.HasHeader(name, exchange.Path))
                    yield return $"the header {name} is not described";
                continue;
            }
            foreach (var fault in header.FaultsOf([value]))
                yield return $"the header {name}: {value} is not valid {fault}";
        }
    }

    private static IEnumerable<string> FaultsOfBody(Exchange exchange, DescribedAnswer described)
    {
        var (body, isHead) = (exchange.Body, exchange.Request.Method == HttpMethod.Head);
        if (described.Bodies.Count == 0)
            return body.Length == 0 ? [] : ["there is a body, and none is described"];
        if (exchange.ReceivedType is not { } type || !described.Bodies.TryGetValue(type, out var schema))
            return [$"the media type {exchange.ReceivedType ?? "(none)"} is not described; those are {string.Join(", ", described.Bodies.Keys)}"];
        if (isHead)
            return body.Length == 0 ? [] : ["an answer to HEAD has a body"];
        if (!type.EndsWith("json", StringComparison.Ordinal))
            return [];
        return exchange.Succeeded && exchange.Request.Method == HttpMethod.Get ? Shaping.FaultsOf(body, exchange, schema) : FaultsOfJson(body, schema.FaultsOf);
    }

    internal static IEnumerable<string> FaultsOfJson(byte[] body, Func<JsonElement, IEnumerable<string>> rules)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(body);
        }
        catch (JsonException e)
        {
            return [$"the body is no JSON: {e.Message}"];
        }
        using (json)
            return [.. rules(json.RootElement).Select(fault => "the body is not valid " + fault)];
    }
}
