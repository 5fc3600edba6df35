using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LiteBooks.OpenApi;

/// <summary>A file inside the program, served as it is. Browsers keep it and ask whether it is still the same.</summary>
internal sealed class EmbeddedFile(string mediaType, Func<Stream> open)
{
    private readonly Lazy<EntityTagHeaderValue> _tag = new(() => TagOf(open));

    public static EmbeddedFile In(Assembly assembly, string resource, string mediaType) =>
        new(mediaType, () => assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{assembly} has no {resource}."));

    public FileStreamHttpResult Answer(HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentSecurityPolicy = PagePolicy;
        return TypedResults.Stream(open(), mediaType, entityTag: _tag.Value);
    }

    // Nothing may leave the machine. Both pages make style elements of their own, and ReDoc searches in a worker.
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static EntityTagHeaderValue TagOf(Func<Stream> open)
    {
        using var content = open();
        return new($"\"{Convert.ToHexStringLower(SHA256.HashData(content)[..16])}\"");
    }
}
