using System.Text.Json.Nodes;

namespace LiteBooks.Tests.Contract;

/// <summary>An operation of the document.</summary>
internal sealed class Operation
{
    public Operation(string method, string path, JsonObject json, ContractSchemas schemas)
    {
        (Method, Path, Json) = (method, path, json);
        Parameters = [.. json["parameters"]?.AsArray().Select(parameter => new Parameter(parameter!.AsObject(), schemas)) ?? []];
        Bodies = ContentOf(json["requestBody"], schemas, Direction.Request);
        Answers = json["responses"]!.AsObject().ToDictionary(answer => int.Parse(answer.Key, null), answer => new DescribedAnswer(schemas.Resolve(answer.Value!).AsObject(), schemas));
    }

    public string Method { get; }

    public string Path { get; }

    public JsonObject Json { get; }

    public string Id => Json["operationId"]!.GetValue<string>();

    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The request's bodies by media type.</summary>
    public IReadOnlyDictionary<string, ContractSchema> Bodies { get; }

    public IReadOnlyDictionary<int, DescribedAnswer> Answers { get; }

    public static IReadOnlyDictionary<string, ContractSchema> ContentOf(JsonNode? owner, ContractSchemas schemas, Direction direction) =>
        (owner?["content"]?.AsObject() ?? []).ToDictionary(content => content.Key, content => schemas.For(content.Value!["schema"]!, direction));
}

/// <summary>What an operation may answer with one status.</summary>
internal sealed class DescribedAnswer(JsonObject json, ContractSchemas schemas)
{
    public IReadOnlyDictionary<string, ContractSchema> Bodies { get; } = Operation.ContentOf(json, schemas, Direction.Answer);

    public IReadOnlyList<Parameter> Headers { get; } =
        [.. (json["headers"]?.AsObject() ?? []).Select(header => new Parameter(header.Key, schemas.Resolve(header.Value!).AsObject(), schemas, Direction.Answer))];
}
