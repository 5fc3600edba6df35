using LiteBooks.Http.Access;

namespace LiteBooks.Reports;

/// <summary>
/// Who asks: administrators see all reports, editors their own. One that was made for an administrator is not shown to its maker
/// any more who has become an editor since.
/// </summary>
public sealed record ReportCaller(long? UserId, bool IsAdmin)
{
    public static ReportCaller Of(HttpContext http) => new(http.Caller()?.Id, http.MayActAs(Roles.Admin));

    public bool Sees(ReportRow row) => IsAdmin || (!row.AsAdmin && UserId is { } id && row.UserId == id);
}
