using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Operations;

/// <summary>Tells whoever watches over the server whether it is there, and whether it can do its work.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").About("health", "Whether the server is well.").AsApi().ForEverybody();
        health.MapGet("", Get).WithName("GetHealth");
        health.MapGet("/live", Live).WithName("GetLiveness");
        health.MapGet("/ready", Ready).WithName("GetReadiness").Fails("not_ready");
    }

    /// <summary>Tell that the server answers</summary>
    /// <remarks>For people, and for monitors that want to know the version; it does not look at the database.</remarks>
    /// <response code="200">It does.</response>
    private static Ok<HealthResponse> Get(HttpResponse response, TimeProvider clock) =>
        response.OfThisMoment(new HealthResponse("healthy", Server.Version, clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000m));

    /// <summary>Tell that the process lives</summary>
    /// <remarks>Touches nothing but the process itself: when this fails, start it again.</remarks>
    /// <response code="200">It does.</response>
    private static Ok<LivenessResponse> Live(HttpResponse response) => response.OfThisMoment(LivenessResponse.Alive);

    /// <summary>Tell whether the server can do its work</summary>
    /// <remarks>
    /// Whether the database can be read, is migrated and can be written, and whether there is room left on its disk. When this
    /// fails, send no requests; it may pass by itself.
    /// </remarks>
    /// <response code="200">It can. Backups are told of, but do not count.</response>
    private static async Task<Results<Ok<ReadinessResponse>, ProblemHttpResult>> Ready(HttpResponse response, Readiness readiness, CancellationToken cancel)
    {
        var found = await readiness.Check(cancel);
        return found.IsReady ? response.OfThisMoment(found) : Problems.From(new NotReady(found.Complaints));
    }
}
