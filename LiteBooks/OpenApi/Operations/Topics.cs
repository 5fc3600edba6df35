using LiteBooks.Http.Description;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>Lists the topics of all routes, in the order of the routes.</summary>
internal sealed class Topics : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        if (context.Metadata<Topic>() is { } topic && context.Document.Tags.All(tag => tag.Name != topic.Name))
            context.Document.Tags.Add(new OpenApiTag { Name = topic.Name, Description = topic.Description });
        return true;
    }
}
