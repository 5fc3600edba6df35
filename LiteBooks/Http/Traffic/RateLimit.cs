using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using LiteBooks.Http.Access;

namespace LiteBooks.Http.Traffic;

/// <summary>
/// Lets each client send so many requests in a minute, and tells it with every answer how many are left (the IETF's draft
/// "RateLimit header fields for HTTP"). This machine's own requests are not counted, unless RateLimit:Loopback says so.
/// </summary>
internal static class RateLimit
{
    public const string Header = "RateLimit";
    public const string PolicyHeader = "RateLimit-Policy";

    private const string Policy = "\"default\"";

    public static void UseRateLimit(this WebApplication app, Settings settings)
    {
        var (most, alsoLoopback) = settings.RateLimit;
        if (most == 0)
            return;
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var policy = string.Create(CultureInfo.InvariantCulture, $"{Policy};q={most};w={MinuteWindow.Length.TotalSeconds}");
        var clients = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.Get(Client(context), _ => new MinuteWindow(most, clock)));
        app.Lifetime.ApplicationStopped.Register(clients.Dispose);
        app.Use((context, next) =>
        {
            if (!alsoLoopback && LocalRequest.IsLocal(context))
                return next(context);
            using var lease = clients.AttemptAcquire(context);
            var left = new Allowance(lease);
            Tell(context, policy, left);
            return lease.IsAcquired ? next(context) : Problems.From(new RateLimited(left.Reset)).ExecuteAsync(context);
        });
    }

    // The exception handler clears the headers, so they are set again when the answer starts.
    private static void Tell(HttpContext context, string policy, Allowance left) => context.Response.OnStarting(() =>
    {
        context.Response.Headers[PolicyHeader] = policy;
        context.Response.Headers[Header] = string.Create(CultureInfo.InvariantCulture, $"{Policy};r={left.Remaining};t={Math.Ceiling(left.Reset.TotalSeconds)}");
        return Task.CompletedTask;
    });

    // One customer of an IPv6 provider has a whole /64 of addresses.
    private static string Client(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
            : address.ToString();
    }
}
