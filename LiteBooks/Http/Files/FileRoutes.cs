using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http.Files;

/// <summary>Serves files of the program. Browsers keep them and ask whether they are still the same.</summary>
public static class FileRoutes
{
    private const string Gzip = "gzip";

    // A year, in seconds (RFC 8246).
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>Serves a file at an address, to everybody; it is no part of the API's description.</summary>
    /// <param name="app">What the route is added to.</param>
    /// <param name="path">The address.</param>
    /// <param name="name">The file's name in the program; its ending tells the media type.</param>
    /// <param name="policy">What the file may load and do where it is a page or a worker (Content-Security-Policy); by default nothing.</param>
    /// <param name="neverChanges">Whether the address is another where the content is, so that nobody has to ask again.</param>
    public static IEndpointConventionBuilder MapFile(this IEndpointRouteBuilder app, string path, string name, string? policy = null, bool neverChanges = false)
    {
        var file = EmbeddedFile.Named(name);
        var type = MediaTypes.Of(name);
        return app.MapGet(path, context => Send(context, file, type, policy, neverChanges ? ForEver : "no-cache")).WithHead().ForEverybody().ExcludeFromDescription();
    }

    private static async Task Send(HttpContext context, EmbeddedFile file, string type, string? policy, string cache)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = cache;
        response.Headers.ETag = file.Tag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (policy is not null)
            response.Headers.ContentSecurityPolicy = policy;
        if (EntityTag.IsHeld(request, file.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = type;
        var packed = AcceptedEncodings.Prefers(request, Gzip);
        await using var content = packed ? file.OpenPacked() : file.Open();
        if (packed)
            response.Headers.ContentEncoding = Gzip;
        response.ContentLength = packed ? content.Length : file.Length;
        await content.CopyToAsync(response.Body, context.RequestAborted);
    }
}
