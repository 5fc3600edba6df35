namespace LiteBooks.Http.Description;

/// <summary>
/// Says, beside a route, what its handler reads by hand and answers with, for the OpenAPI document. Nothing here changes
/// how a request is answered, which is why the framework's own <c>Accepts</c> is not used.
/// </summary>
public static class RouteDescription
{
    /// <summary>What the routes of a group are about: its heading in the document, and a sentence beneath it.</summary>
    public static TBuilder About<TBuilder>(this TBuilder routes, string topic, string description) where TBuilder : IEndpointConventionBuilder =>
        routes.WithTags(topic).WithMetadata(new Topic(topic, description));

    /// <summary>The request's body, and the media types that it may have.</summary>
    public static TBuilder Takes<TBuilder>(this TBuilder route, Type body, params string[] mediaTypes) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new TakesBody(body, mediaTypes.Length > 0 ? mediaTypes : [JsonBody.Json]));

    /// <summary>The query parameters.</summary>
    public static TBuilder Asks<TBuilder>(this TBuilder route, params IReadOnlyList<QueryParameter> parameters) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new TakesQuery(parameters));

    /// <summary>The kinds of problems that are this route's own, beyond those that any such route can meet.</summary>
    public static TBuilder Fails<TBuilder>(this TBuilder route, params string[] codes) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new FailsWith(codes));
}

public sealed record Topic(string Name, string Description);

public sealed record TakesBody(Type Body, IReadOnlyList<string> MediaTypes);

public sealed record TakesQuery(IReadOnlyList<QueryParameter> Parameters);

public sealed record FailsWith(IReadOnlyList<string> Codes);
