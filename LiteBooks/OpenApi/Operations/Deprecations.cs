using LiteBooks.Http.Description;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>Routes that have a better one.</summary>
internal sealed class Deprecations : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        context.OperationDescription.Operation.IsDeprecated = context.Metadata<IsDeprecated>() is not null;
        return true;
    }
}
