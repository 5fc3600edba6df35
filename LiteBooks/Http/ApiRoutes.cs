using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http;

/// <summary>What holds for every route of the API before its handler runs: ids are integers, and JSON is what it answers.</summary>
public static class ApiRoutes
{
    private static readonly MediaTypeHeaderValue Json = new(JsonBody.Json);

    /// <summary>Marks the routes of a group as the API's.</summary>
    public static TBuilder AsApi<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder =>
        routes.WithMetadata(Marker.Instance).WithHead();

    public static void UseApiRoutes(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Marker>() is null)
            return next(context);
        if (Refuse(context.Request) is { } failure)
            return Problems.From(failure).ExecuteAsync(context);
        if (!AcceptsJson(context.Request))
            context.Response.StatusCode = StatusCodes.Status406NotAcceptable;
        else
            return next(context);
        return Task.CompletedTask;
    });

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

    // RFC 9110, section 12.5.1: the most specific range decides, and q=0 excludes.
    private static bool AcceptsJson(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(accept, out var ranges) || ranges.Count == 0)
            return true;
        var best = ranges.Where(IncludesJson).OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0).FirstOrDefault();
        return best is not null && best.Quality is not 0;
    }

    // A parameter such as charset does not make it another type.
    private static bool IncludesJson(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes || (range.Type.Equals(Json.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals(Json.SubType, StringComparison.OrdinalIgnoreCase)));

    private sealed class Marker
    {
        public static readonly Marker Instance = new();
    }
}
