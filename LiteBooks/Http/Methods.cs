using System.Collections.Frozen;

namespace LiteBooks.Http;

/// <summary>HEAD wherever GET is, OPTIONS everywhere, and an exact Allow header on both its 204 and on 405 (RFC 9110, sections 9.3 and 10.2.1), with Accept-Patch (RFC 5789).</summary>
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
        if (response.Headers.Allow.ToString().Contains(HttpMethods.Patch, StringComparison.Ordinal))
            response.Headers[JsonBody.AcceptPatchHeader] = JsonBody.PatchTypes;
        if (HttpMethods.IsOptions(context.Request.Method))
            response.StatusCode = StatusCodes.Status204NoContent;
    });

    /// <summary>
    /// A path such as <c>/books/cursor</c> is a resource of its own, though <c>/books/{id}</c> fits it too: with a method that
    /// only the latter has, it is 405 with the methods of the former.
    /// </summary>
    public static void UseLiteralPaths(this WebApplication app)
    {
        var literal = new Lazy<FrozenDictionary<string, string>>(() => AllowedByLiteralPath(app.Services.GetRequiredService<EndpointDataSource>()));
        app.Use((context, next) =>
        {
            var isElsewhere = context.GetEndpoint() is not RouteEndpoint { RoutePattern.Parameters.Count: 0 };
            if (!isElsewhere || !literal.Value.TryGetValue(Plain(context.Request.Path.Value), out var allowed))
                return next(context);
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = allowed;
            return Task.CompletedTask;
        });
    }

    private static FrozenDictionary<string, string> AllowedByLiteralPath(EndpointDataSource endpoints) => endpoints.Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0)
        .GroupBy(endpoint => Plain(endpoint.RoutePattern.RawText))
        .ToFrozenDictionary(
            path => path.Key,
            path => string.Join(", ", path.SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Distinct()),
            StringComparer.OrdinalIgnoreCase);

    private static string Plain(string? path) => "/" + path?.Trim('/');
}
