using System.Net;
using Microsoft.Extensions.Primitives;

namespace LiteBooks.Http.Access;

/// <summary>
/// Answers only under names that are the server's own, so that a page of another site cannot reach it by letting a name of
/// its own point here (DNS rebinding).
/// </summary>
public static class HostFilter
{
    public static void UseHostFilter(this IApplicationBuilder app, Settings settings, IEnumerable<string> urls)
    {
        List<StringSegment> names = ["localhost", "*.localhost", Environment.MachineName, .. HostsOf(urls), .. settings.Http.AllowedHosts];
        var any = settings.Http.AllowedHosts.Contains("*");
        app.Use((context, next) => any || IsOwn(context.Request.Host, context.Connection.LocalIpAddress, names)
            ? next(context)
            : Problems.From(new Malformed("foreign_host", ProblemTypes.ByCode("foreign_host").Explanation)).ExecuteAsync(context));
    }

    // An address is right if the request came to it; a name if it is listed.
    private static bool IsOwn(HostString host, IPAddress? local, List<StringSegment> names)
    {
        // HTTP/1.0 needs none, and no browser leaves it out.
        if (!host.HasValue)
            return true;
        if (!IPAddress.TryParse(host.Host.Trim('[', ']'), out var address))
            return HostString.MatchesAny(host.Host, names);
        return Same(address, local) || HostString.MatchesAny(host.Host, names);
    }

    private static bool Same(IPAddress named, IPAddress? local) =>
        local is not null && (named.MapToIPv6().Equals(local.MapToIPv6()) || (IPAddress.IsLoopback(named) && IPAddress.IsLoopback(local)));

    private static IEnumerable<StringSegment> HostsOf(IEnumerable<string> urls) =>
        urls.Select(url => new StringSegment(BindingAddress.Parse(url).Host)).Where(host => host.Value is not ("*" or "+" or "[::]" or "0.0.0.0"));
}
