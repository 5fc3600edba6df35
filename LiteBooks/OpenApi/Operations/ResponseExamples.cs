using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>Shows the example of a model wherever an operation answers with it.</summary>
internal sealed class ResponseExamples : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        foreach (var content in context.OperationDescription.Operation.Responses.Values.SelectMany(response => response.ActualResponse.Content.Values))
            content.Example = content.Schema?.ActualSchema.Example;
        return true;
    }
}
