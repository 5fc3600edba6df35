using System.Net;

namespace LiteBooks.Http.Access;

/// <summary>Tells whether a request comes from this machine itself, which a client cannot claim for itself.</summary>
internal static class LocalRequest
{
    // Set by proxies: the peer is then the proxy, and the sender may be anybody. That they can be forged only takes rights away.
    private static readonly string[] Forwarding =
    [
        "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "X-Original-For", "X-Envoy-External-Address",
        "Forwarded-For", "True-Client-IP", "CF-Connecting-IP", "Fastly-Client-IP", "Fly-Client-IP",
    ];

    public static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer) && !IsForwarded(http.Request.Headers);

    private static bool IsForwarded(IHeaderDictionary headers) =>
        headers.Keys.Any(name => name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || Forwarding.Contains(name, StringComparer.OrdinalIgnoreCase));
}
