using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http.Answers;

/// <summary>A single resource in another form than JSON, to be kept as a file; 304 where the client has it already.</summary>
public sealed class Attachment(byte[] content, string contentType, string fileName, ResourceVersion version) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = CachePolicy.Of(httpContext);
        if (EntityTag.Suffices(httpContext, EntityTag.Of(content, version)))
            return Task.CompletedTask;
        response.ContentType = contentType;
        response.ContentLength = content.Length;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = fileName }.ToString();
        return response.Body.WriteAsync(content, httpContext.RequestAborted).AsTask();
    }
}
