using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Audit;

/// <summary>The trail of all changes, for administrators.</summary>
public static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/admin/audit", List).WithName("ListAudit").About("admin", "What only administrators see.").AsApi().ForAdmins().Confidential()
            .Asks([.. AuditQuery.Parameters, .. QueryParameter.Walking("Entries"), .. QueryParameter.Shaping]).Sends(ResponseHeader.CursorLinks).Fails("malformed_cursor", "not_found");

    /// <summary>List changes</summary>
    /// <remarks>Who did what to which resource when, with the resource before and after; the latest first.</remarks>
    /// <response code="200">Some entries, and the cursors of those behind and before them.</response>
    private static Results<Representation<AuditPage>, ProblemHttpResult> List(HttpRequest request, AuditRepository audit)
    {
        if (!AuditQuery.Read(request.Query).Succeeded(out var query, out var failure))
            return Problems.From(failure);
        var read = Piece.Read(request.Query, query.ListDigest, (place, backwards) => audit.Slice(query, place, backwards), row => Trail.PlaceOf(row.Id));
        return read.Succeeded(out var piece, out failure) ? new Representation<AuditPage>(AuditPage.From(piece)) : Problems.From(failure);
    }
}
