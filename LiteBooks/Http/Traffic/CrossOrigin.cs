using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http.Traffic;

/// <summary>Lets pages of the origins in Http:CorsOrigins call the API (the Fetch standard's CORS protocol); without any, no other site's.</summary>
internal static class CrossOrigin
{
    // What a page's script may read beside the few headers that it always may.
    private static readonly string[] Readable =
    [
        "ETag", "Link", "Location", "Retry-After", "Deprecation", "Sunset", "X-Total-Count", "X-Total-Pages", "X-API-Version", "Idempotency-Replayed",
        RequestId.Header, RequestLog.ProcessTimeHeader, RequestLog.ServerTimingHeader, RateLimit.Header, RateLimit.PolicyHeader,
    ];

    public static void AddCrossOrigin(this IServiceCollection services, Settings settings)
    {
        if (settings.Http.CorsOrigins.Count > 0)
            services.AddCors(options => options.AddDefaultPolicy(policy => Allow(policy, settings.Http.CorsOrigins)));
    }

    public static void UseCrossOrigin(this IApplicationBuilder app, Settings settings)
    {
        if (settings.Http.CorsOrigins.Count == 0)
            return;
        app.Use((context, next) =>
        {
            context.Response.OnStarting(SayThatItVaries, context.Response);
            return next(context);
        });
        app.UseCors();
    }

    // Also what a foreign origin was told: a cache must not give that to one that is listed.
    private static Task SayThatItVaries(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        if (!headers.Vary.Contains(HeaderNames.Origin))
            headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        return Task.CompletedTask;
    }

    // No credentials: there are no cookies, and a token goes into a header that is allowed anyway.
    private static void Allow(CorsPolicyBuilder policy, IReadOnlyList<string> origins) => policy
        .WithOrigins([.. origins])
        .AllowAnyMethod()
        .AllowAnyHeader()
        .WithExposedHeaders(Readable)
        .SetPreflightMaxAge(TimeSpan.FromHours(1));
}
