using LiteBooks.Http.Description;
using LiteBooks.Http.Traffic;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>The request headers that handlers heed.</summary>
internal sealed class RequestHeaders : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        foreach (var header in Heeded(context))
            context.OperationDescription.Operation.Parameters.Add(Describe(header));
        return true;
    }

    // A route with two kinds of answer may name a header for each.
    public static IEnumerable<RequestHeader> Heeded(OperationProcessorContext context) =>
        context.AllMetadata<TakesHeaders>().SelectMany(takes => takes.Headers).Distinct();

    private static OpenApiParameter Describe(RequestHeader header) => new()
    {
        Name = header.Name,
        Kind = OpenApiParameterKind.Header,
        Description = header.Description,
        Schema = new JsonSchema { Type = JsonObjectType.String, Pattern = header.Pattern, MaxLength = ServerLimits.HeadersBytes },
        Example = header.Example,
    };
}
