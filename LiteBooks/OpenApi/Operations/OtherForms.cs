using LiteBooks.Http;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>The other forms than JSON in which a route answers.</summary>
internal sealed class OtherForms : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        foreach (var form in context.AllMetadata<GivesAlso>())
            context.OperationDescription.Operation.Responses["200"].Content[form.MediaType] = Describe(form);
        return true;
    }

    private static OpenApiMediaType Describe(GivesAlso form) => new()
    {
        Schema = new JsonSchema { Type = JsonObjectType.String, Description = "The same in another form.", MaxLength = int.MaxValue, Example = form.Example },
    };
}
