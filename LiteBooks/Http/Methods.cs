namespace LiteBooks.Http;

/// <summary>HEAD wherever GET is, OPTIONS everywhere, and an exact Allow header on both its 204 and on 405 (RFC 9110, sections 9.3 and 10.2.1).</summary>
public static class Methods
{
    /// <summary>Lets every GET route of the group answer HEAD too; the server itself leaves out the body.</summary>
    public static TBuilder WithHead<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder
    {
        routes.Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods is [var only] && HttpMethods.IsGet(only))
                endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        });
        return routes;
    }

    /// <summary>Routing answers a known path with another method by 405 and Allow; for OPTIONS that is the answer, not an error.</summary>
    public static void UseOptions(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        var response = context.Response;
        if (response.StatusCode != StatusCodes.Status405MethodNotAllowed || response.HasStarted)
            return;
        var allowed = response.Headers.Allow.SelectMany(value => value!.Split(", ")).Append(HttpMethods.Options);
        response.Headers.Allow = string.Join(", ", allowed.Distinct().Order(StringComparer.Ordinal));
        if (HttpMethods.IsOptions(context.Request.Method))
            response.StatusCode = StatusCodes.Status204NoContent;
    });
}
