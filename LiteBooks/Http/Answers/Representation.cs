using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace LiteBooks.Http.Answers;

/// <summary>
/// The answer to a GET: JSON with its entity tag, 304 where the client has it already, only the fields that were asked for,
/// in an envelope if wanted. With a version it is a single resource.
/// </summary>
public sealed class Representation<T>(T value, ResourceVersion? version = null) : IResult, IEndpointMetadataProvider where T : notnull
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var type = TypeInfo(httpContext);
        var faults = new Faults();
        var enveloped = Envelope.IsAskedFor(request, faults);
        var fields = FieldSelection.Read(request, type, faults);
        if (faults.Any)
        {
            await Problems.From(faults.ToFailure()).ExecuteAsync(httpContext);
            return;
        }
        (value as IHasLinks)?.AddLinks(httpContext);
        ReadOnlyMemory<byte> json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        if (fields is not null)
            json = fields.Apply(json);
        // Of the content, not of the envelope, whose time differs each time.
        var tag = EntityTag.Of(json.Span, version);
        response.Headers.CacheControl = CachePolicy.Of(httpContext);
        if (!EntityTag.Suffices(httpContext, tag))
            await Write(response, enveloped ? Envelope.Around(json, httpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) : json);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [JsonBody.Json]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
        builder.Metadata.Add(new TakesHeaders([RequestHeader.IfNoneMatch]));
    }

    private static JsonTypeInfo<T> TypeInfo(HttpContext httpContext) =>
        (JsonTypeInfo<T>)httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions.GetTypeInfo(typeof(T));

    private static Task Write(HttpResponse response, ReadOnlyMemory<byte> json)
    {
        response.ContentType = JsonAnswer.ContentType;
        response.ContentLength = json.Length;
        return response.Body.WriteAsync(json, response.HttpContext.RequestAborted).AsTask();
    }
}
