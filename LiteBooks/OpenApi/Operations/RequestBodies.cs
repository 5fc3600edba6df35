using LiteBooks.Http.Description;
using Namotion.Reflection;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>The bodies that handlers read by hand. Unknown members are refused, and the schema says so.</summary>
internal sealed class RequestBodies : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        if (context.Metadata<TakesBody>() is not { } takes)
            return true;
        var schema = context.SchemaGenerator.GenerateWithReference<JsonSchema>(takes.Body.ToContextualType(), context.SchemaResolver);
        schema.ActualSchema.AllowAdditionalProperties = false;
        var body = new OpenApiRequestBody { IsRequired = true };
        foreach (var mediaType in takes.MediaTypes)
            body.Content[mediaType] = new OpenApiMediaType { Schema = schema, Example = schema.ActualSchema.Example };
        context.OperationDescription.Operation.RequestBody = body;
        return true;
    }
}
