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

    /// <summary>Another form that the body may have.</summary>
    public static TBuilder OrTakes<TBuilder>(this TBuilder route, Type body) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new TakesAlso(body));

    /// <summary>A body that is an array of 1 to <paramref name="most"/> of these.</summary>
    public static TBuilder TakesMany<TBuilder>(this TBuilder route, Type item, int most) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new TakesBody(item, [JsonBody.Json], most));

    /// <summary>There is a better route, and the handler announces it before all else, so that its refusals say so too.</summary>
    public static TBuilder Deprecated<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new IsDeprecated(), new SendsHeaders([ResponseHeader.Deprecation, ResponseHeader.Sunset, ResponseHeader.Successor], [200, 304, 422]));

    /// <summary>The query parameters.</summary>
    public static TBuilder Asks<TBuilder>(this TBuilder route, params IReadOnlyList<QueryParameter> parameters) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new TakesQuery(parameters));

    /// <summary>A successful answer that the handler makes by hand, and its headers.</summary>
    public static TBuilder Gives<TBuilder>(this TBuilder route, int status, Type body, params IReadOnlyList<ResponseHeader> headers) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new ProducesResponseTypeMetadata(status, body, [JsonBody.Json]), new SendsHeaders(headers, [status]));

    /// <summary>The headers that the handler adds to what a GET answers, whether or not the client has it already.</summary>
    public static TBuilder Sends<TBuilder>(this TBuilder route, params IReadOnlyList<ResponseHeader> headers) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new SendsHeaders(headers, [200, 304]));

    /// <summary>The headers that the handler adds to an answer of one status.</summary>
    public static TBuilder SendsWith<TBuilder>(this TBuilder route, int status, params IReadOnlyList<ResponseHeader> headers) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new SendsHeaders(headers, [status]));

    /// <summary>The request headers that the handler heeds.</summary>
    public static TBuilder Heeds<TBuilder>(this TBuilder route, params IReadOnlyList<RequestHeader> headers) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new TakesHeaders(headers));

    /// <summary>The kinds of problems that are this route's own, beyond those that any such route can meet.</summary>
    public static TBuilder Fails<TBuilder>(this TBuilder route, params string[] codes) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new FailsWith(codes));
}

public sealed record Topic(string Name, string Description);

public sealed record TakesHeaders(IReadOnlyList<RequestHeader> Headers);

public sealed record SendsHeaders(IReadOnlyList<ResponseHeader> Headers, IReadOnlyList<int> Statuses);

public sealed record TakesBody(Type Body, IReadOnlyList<string> MediaTypes, int? Most = null);

public sealed record TakesAlso(Type Body);

public sealed record IsDeprecated;

public sealed record TakesQuery(IReadOnlyList<QueryParameter> Parameters);

public sealed record FailsWith(IReadOnlyList<string> Codes);
