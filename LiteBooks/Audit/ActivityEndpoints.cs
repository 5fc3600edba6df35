using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Audit;

/// <summary>What users do, for administrators.</summary>
public static class ActivityEndpoints
{
    public static void MapActivity(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/admin/activity", List).WithName("ListActivity").About("admin", "What only administrators see.").AsApi().ForAdmins().Confidential()
            .Asks([.. ActivityQuery.Parameters, .. QueryParameter.Walking("Entries"), .. QueryParameter.Shaping]).Sends(ResponseHeader.CursorLinks).Fails("malformed_cursor", "not_found");

    /// <summary>List what users did</summary>
    /// <remarks>Signing in, ordering and the like; the latest first. What they change is in the audit.</remarks>
    /// <response code="200">Some entries, and the cursors of those behind and before them.</response>
    private static Results<Representation<ActivityPage>, ProblemHttpResult> List(HttpRequest request, ActivityRepository activity)
    {
        if (!ActivityQuery.Read(request.Query).Succeeded(out var query, out var failure))
            return Problems.From(failure);
        var read = Piece.Read(request.Query, query.ListDigest, (place, backwards) => activity.Slice(query, place, backwards), row => Trail.PlaceOf(row.Id));
        return read.Succeeded(out var piece, out failure) ? new Representation<ActivityPage>(ActivityPage.From(piece)) : Problems.From(failure);
    }
}
