using System.Collections.Frozen;
using System.Net;

namespace LiteBooks.Http.Access;

/// <summary>Tells whether a request comes from this machine itself, which a client cannot claim for itself.</summary>
internal static class LocalRequest
{
    // Set by proxies: the peer is then the proxy, and the sender may be anybody. That they can be forged only takes rights away.
    private static readonly FrozenSet<string> Forwarding = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "X-Envoy-External-Address",
        "Forwarded-For", "True-Client-IP", "CF-Connecting-IP", "Fastly-Client-IP", "Fly-Client-IP");

    public static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer) && !IsForwarded(http.Request.Headers);

    /// <summary>Whether the client's address, its own or what a listed proxy says of it, is in one of these networks. One that is in none but this machine's has to be local.</summary>
    public static bool ComesFrom(HttpContext http, IReadOnlyList<IPNetwork> networks)
    {
        if (http.Connection.RemoteIpAddress is not { } peer)
            return false;
        var address = peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer;
        var isTrue = IPAddress.IsLoopback(address) ? IsLocal(http) : !http.Request.Headers.Keys.Any(IsUnbelieved);
        return isTrue && networks.Any(network => network.Contains(address));
    }

    // Asked of nearly every request, so without the list of names that Keys would make.
    private static bool IsForwarded(IHeaderDictionary headers)
    {
        foreach (var (name, _) in headers)
        {
            if (IsUnbelieved(name) || IsBelieved(name))
                return true;
        }
        return false;
    }

    private static bool IsUnbelieved(string name) =>
        name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || Forwarding.Contains(name);

    // What is left of the headers of a listed proxy once they were heeded.
    private static bool IsBelieved(string name) => name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase);
}
