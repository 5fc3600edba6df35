using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace LiteBooks.Http.Traffic;

/// <summary>Compresses answers for clients that ask for it (RFC 9110, section 12.5.3), where it saves something.</summary>
internal sealed class Compression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    // What fits one packet arrives no sooner for being smaller.
    private const int SmallestBytes = 1024;

    public override bool ShouldCompressResponse(HttpContext context) =>
        !(context.Response.ContentLength < SmallestBytes) && base.ShouldCompressResponse(context);
}

internal static class CompressionServices
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            // What makes compression over TLS leak secrets (BREACH) is a page of another site that sends requests in the
            // user's name. Tokens are in a header, which no such page can send.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, ProblemWriter.MediaType, "text/javascript", "application/openmetrics-text"];
        });
        // A server in a shop's back room has better things to do than to win the last percent.
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.AddSingleton<IResponseCompressionProvider, Compression>();
    }
}
