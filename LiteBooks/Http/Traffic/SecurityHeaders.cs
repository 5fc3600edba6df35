namespace LiteBooks.Http.Traffic;

/// <summary>Tells browsers, with every answer, to take it for nothing but what it is.</summary>
public static class SecurityHeaders
{
    // Answers are data, not pages; a page says for itself what it needs.
    private const string NothingAllowed = "default-src 'none'; frame-ancestors 'none'";

    // A year, in seconds (RFC 6797, section 6.1.1). Subdomains are not ours to speak for.
    private const string OnlyHttps = "max-age=31536000";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment, because the exception handler clears what was there before.
        context.Response.OnStarting(AddHeaders, context);
        return next(context);
    });

    private static Task AddHeaders(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = NothingAllowed;
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = OnlyHttps;
        return Task.CompletedTask;
    }
}
