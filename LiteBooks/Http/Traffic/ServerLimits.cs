using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LiteBooks.Http.Traffic;

/// <summary>What the web server itself bounds, so that no client can hold it up by being many, slow or long-winded.</summary>
internal static class ServerLimits
{
    /// <summary>The longest line of a request: its method and its address.</summary>
    public const int RequestLineBytes = 8 * 1024;

    /// <summary>The longest headers of a request, all together.</summary>
    public const int HeadersBytes = 32 * 1024;

    public static void AddServerLimits(this IServiceCollection services, Settings settings) => services.Configure<KestrelServerOptions>(kestrel =>
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        // RequestBody holds the limit, and says why.
        limits.MaxRequestBodySize = null;
        limits.MaxConcurrentConnections = Math.Min(settings.Http.MaxConnections, FileHandles.ForConnections());
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MaxRequestLineSize = RequestLineBytes;
        limits.MaxRequestHeadersTotalSize = HeadersBytes;
        limits.MaxRequestHeaderCount = 100;
        // A body slower than this is given up after five seconds, as is a client that reads slower.
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    });
}
