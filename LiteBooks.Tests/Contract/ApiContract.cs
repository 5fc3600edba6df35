using System.Text.Json.Nodes;
using LiteBooks.OpenApi;

namespace LiteBooks.Tests.Contract;

/// <summary>The OpenAPI document as something to be held to: its operations, found by method and path.</summary>
internal sealed class ApiContract
{
    private static readonly string[] Methods = ["get", "put", "post", "patch", "delete"];

    private readonly List<PathTemplate> _paths = [];

    public ApiContract(string document)
    {
        var root = JsonNode.Parse(document)!.AsObject();
        Schemas = new ContractSchemas(root);
        foreach (var (template, item) in root["paths"]!.AsObject())
        {
            var operations = Methods.Where(method => item![method] is not null)
                .Select(method => new Operation(method.ToUpperInvariant(), template, item![method]!.AsObject(), Schemas));
            _paths.Add(new PathTemplate(template, operations.ToDictionary(operation => operation.Method)));
        }
    }

    public static ApiContract Committed { get; } = new(OpenApiDocument.Embedded);

    public ContractSchemas Schemas { get; }

    public IEnumerable<Operation> Operations => _paths.SelectMany(path => path.Operations.Values);

    /// <summary>The path that an address belongs to; one of words goes before one of parameters (OpenAPI 3.0, Path Templating Matching).</summary>
    public PathTemplate? Find(string path) => _paths.Where(known => known.Match(path) is not null).MinBy(known => known.Parameters);
}
