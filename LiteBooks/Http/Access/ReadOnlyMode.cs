namespace LiteBooks.Http.Access;

/// <summary>Refuses every write of a server that was started read-only, whoever asks.</summary>
public static class ReadOnlyMode
{
    public static void UseReadOnlyMode(this IApplicationBuilder app, Settings settings)
    {
        if (!settings.ReadOnly)
            return;
        app.Use((context, next) => IsWrite(context)
            ? Problems.From(new Forbidden("read_only", ProblemTypes.ByCode("read_only").Explanation)).ExecuteAsync(context)
            : next(context));
    }

    // A path without such a route is 404 or 405, as ever.
    private static bool IsWrite(HttpContext context) =>
        !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)
        && context.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<ChangesNothing>() is null;
}
