namespace LiteBooks.Http;

/// <summary>
/// <c>/api/books</c> without a version in its path: the X-API-Version header chooses, 1 if absent. The request then goes on
/// as if it had named that version, and the answer says which it was.
/// </summary>
public static class ApiVersions
{
    public const string Header = "X-API-Version";

    private const string Unversioned = "/api/books";
    private const string AskedPath = "LiteBooks.AskedPath";
    private const string ChosenVersion = "LiteBooks.ApiVersion";
    private static readonly string[] Supported = ["1", "2"];

    public static void UseApiVersions(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(Unversioned, StringComparison.Ordinal, out var rest))
            return next(context);
        // At the last moment: an unexpected error clears the headers that were set before it.
        context.Response.OnStarting(() => Say(context.Response, context.Items[ChosenVersion] as string));
        var version = context.Request.Headers[Header] is { Count: > 0 } given ? given.ToString().Trim() : Supported[0];
        if (!Supported.Contains(version))
            return Problems.From(new Malformed("unsupported_version", $"The versions are {string.Join(" and ", Supported)}.")).ExecuteAsync(context);
        context.Items[ChosenVersion] = version;
        context.Items[AskedPath] = context.Request.Path.ToUriComponent();
        context.Request.Path = $"/api/v{version}/books{rest}";
        return next(context);
    });

    private static Task Say(HttpResponse response, string? version)
    {
        response.Headers.Vary = Header;
        if (version is not null)
            response.Headers[Header] = version;
        return Task.CompletedTask;
    }

    /// <summary>The path as the client asked for it.</summary>
    public static string AsAsked(HttpContext context) =>
        context.Items[AskedPath] as string ?? context.Request.Path.ToUriComponent();
}
