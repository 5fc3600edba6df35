using LiteBooks.Http;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>The headers that follow from an answer's status alone.</summary>
internal sealed class ResponseHeaders : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        foreach (var (status, answer) in context.OperationDescription.Operation.Responses)
        {
            var response = answer.ActualResponse;
            if (status == "201")
                Add(response, "Location", "Where the new resource is.", JsonObjectType.String, JsonFormatStrings.Uri + "-reference");
            if (status == "503")
                Add(response, "Retry-After", "Seconds after which to try again.", JsonObjectType.Integer);
            Add(response, RequestId.Header, "The request's id: the client's own, or a new one.", JsonObjectType.String);
        }
        return true;
    }

    private static void Add(OpenApiResponse response, string name, string description, JsonObjectType type, string? format = null) =>
        response.Headers[name] = new OpenApiHeader { Description = description, Schema = new JsonSchema { Type = type, Format = format } };
}
