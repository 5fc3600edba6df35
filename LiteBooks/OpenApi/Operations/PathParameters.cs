using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>What the parts of an address look like.</summary>
internal sealed class PathParameters : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        foreach (var parameter in context.OperationDescription.Operation.Parameters.Where(parameter => parameter.Kind == OpenApiParameterKind.Path))
            parameter.Example = ExampleOf(parameter.Name);
        return true;
    }

    private static object ExampleOf(string name) => name switch
    {
        "any" => "0-441-01359-7",
        _ when name.EndsWith("id", StringComparison.Ordinal) => 4L,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Say here what this part of an address looks like."),
    };
}
