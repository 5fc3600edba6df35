using LiteBooks.Http.Answers;
using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http.Files;

/// <summary>A file of the program as an answer: packed where the client takes it so, and 304 where the client has it already.</summary>
/// <param name="file">What is sent.</param>
/// <param name="type">Its media type.</param>
/// <param name="cache">How long it may be kept (Cache-Control).</param>
/// <param name="policy">What it may load and do where it is a page or a worker (Content-Security-Policy); by default nothing.</param>
internal sealed class FileAnswer(EmbeddedFile file, string type, string cache, string? policy = null) : IResult
{
    private const string Gzip = "gzip";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = cache;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (policy is not null)
            response.Headers.ContentSecurityPolicy = policy;
        if (EntityTag.Suffices(httpContext, file.Tag))
            return;
        response.ContentType = type;
        var packed = AcceptedEncodings.Prefers(httpContext.Request, Gzip);
        await using var content = packed ? file.OpenPacked() : file.Open();
        if (packed)
            response.Headers.ContentEncoding = Gzip;
        response.ContentLength = packed ? content.Length : file.Length;
        await content.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
