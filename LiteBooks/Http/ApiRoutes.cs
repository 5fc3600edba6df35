using System.Globalization;

namespace LiteBooks.Http;

/// <summary>What holds for every route of the API before its handler runs: ids are integers, and it answers JSON, or another form that it names.</summary>
public static class ApiRoutes
{
    /// <summary>Marks the routes of a group as the API's.</summary>
    public static TBuilder AsApi<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder =>
        routes.WithMetadata(Marker.Instance).WithHead();

    /// <summary>Another form than JSON, which the handler gives where <see cref="AcceptedTypes.Prefers"/> says so.</summary>
    public static TBuilder AlsoGives<TBuilder>(this TBuilder route, string mediaType, string example) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new GivesAlso(mediaType, example));

    public static void UseApiRoutes(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Marker>() is null)
            return next(context);
        if (Refuse(context.Request) is { } failure)
            return Problems.From(failure).ExecuteAsync(context);
        if (!AcceptedTypes.Any(context.Request, FormsOf(context.GetEndpoint()!)))
            context.Response.StatusCode = StatusCodes.Status406NotAcceptable;
        else
            return next(context);
        return Task.CompletedTask;
    });

    private static IEnumerable<string> FormsOf(Endpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<GivesAlso>().Select(other => other.MediaType).Prepend(JsonBody.Json);

    // The framework would answer 400 to both; here 422 says "not an integer", and an integer that is too large for any
    // book to have it is simply not found.
    private static Failure? Refuse(HttpRequest request)
    {
        foreach (var (name, value) in request.RouteValues)
        {
            if (!name.EndsWith("id", StringComparison.Ordinal) || value is not string text || long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                continue;
            if (text.AsSpan(text.StartsWith('-') ? 1 : 0).IsDigits())
                return new NotFound("Nothing has an id that large.");
            var faults = new Faults();
            faults.Add(name, "Expected a whole number.", "wrong_type");
            return faults.ToFailure();
        }
        return null;
    }

    private sealed class Marker
    {
        public static readonly Marker Instance = new();
    }
}

public sealed record GivesAlso(string MediaType, string Example);
