namespace LiteBooks.Cli.Check;

/// <summary>Whose word is believed on where a request comes from.</summary>
internal static class ProxyCheck
{
    // 10.0.0.0/8 and fd00::/8 are the widest that one house has.
    private const int WidestPrefix = 8;

    public static Finding Look(HttpSettings http, IReadOnlyList<string> addresses)
    {
        var wide = http.Proxies.Where(network => network.PrefixLength < WidestPrefix).ToList();
        if (wide.Count > 0)
            return Finding.Warning("proxies", $"Http:Proxies has {string.Join(", ", wide)}: almost anybody may say where a request comes from.");
        if (http.Proxies.Count > 0)
            return Finding.Ok("proxies", $"{string.Join(", ", http.Proxies)} may say where a request comes from.");
        // Names of its own, and only this machine can reach it: something stands before it.
        return http.AllowedHosts.Count > 0 && addresses.All(address => ListenAddresses.Parse(address).IsLoopback)
            ? Finding.Warning("proxies", "Http:AllowedHosts and a local address look like a proxy, but Http:Proxies names none: all its clients count as one.")
            : Finding.Ok("proxies", "None is set: requests come from where they come.");
    }
}
