using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Operations;

/// <summary>For who runs the server, and so not in the description of the API.</summary>
public static class InternalEndpoints
{
    public static void MapInternal(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/internal").AsApi().ForOperators().ExcludeFromDescription();
        group.MapGet("/health", Health);
        group.MapGet("/metrics", Metrics);
    }

    private static async Task<Ok<InternalHealthResponse>> Health(HttpResponse response, Readiness readiness, Uptime uptime, CancellationToken cancel)
    {
        var found = await readiness.Check(cancel);
        return response.OfThisMoment(new InternalHealthResponse(found.IsReady ? "healthy" : "unhealthy", Server.Version, uptime.Seconds, found));
    }

    private static Ok<InternalMetricsResponse> Metrics(HttpResponse response, StateRepository state, Uptime uptime, Settings settings)
    {
        var row = state.Count();
        return response.OfThisMoment(new InternalMetricsResponse
        {
            TotalBooks = row.Books,
            TotalAuthors = row.Authors,
            TotalReviews = row.Reviews,
            TotalUsers = row.Users,
            TotalOrders = row.Orders,
            PendingReports = row.PendingReports,
            WaitingMails = row.WaitingMails,
            UptimeSeconds = uptime.Seconds,
            DatabaseBytes = FileSize.Of(settings.DatabasePath),
            WalBytes = FileSize.Of(settings.DatabasePath + "-wal"),
            FreeDiskBytes = Disk.FreeBytes(settings),
            MemoryBytes = Environment.WorkingSet,
        });
    }
}
