using Microsoft.AspNetCore.HttpOverrides;

namespace LiteBooks.Http.Traffic;

/// <summary>
/// Takes the client's address and scheme from <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c>, but only where a proxy that
/// the setting Http:Proxies lists says so: anybody can send these headers.
/// </summary>
public static class ForwardedRequests
{
    public static void UseForwardedRequests(this IApplicationBuilder app, Settings settings)
    {
        if (settings.Http.Proxies.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // As many proxies as there are one behind the other, each of which has to be listed.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.Http.Proxies)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
