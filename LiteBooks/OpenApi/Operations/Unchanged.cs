using System.Globalization;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.Metadata;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>The 304 of a route that names it; the framework passes over answers that have neither body nor success.</summary>
internal sealed class Unchanged : IOperationProcessor
{
    public static string Status { get; } = StatusCodes.Status304NotModified.ToString(CultureInfo.InvariantCulture);

    public bool Process(OperationProcessorContext context)
    {
        if (context.AllMetadata<IProducesResponseTypeMetadata>().Any(answer => answer.StatusCode == StatusCodes.Status304NotModified))
            context.OperationDescription.Operation.Responses[Status] = new OpenApiResponse { Description = $"What the client has, by its {RequestHeader.IfNoneMatch.Name}, is still right." };
        return true;
    }
}
