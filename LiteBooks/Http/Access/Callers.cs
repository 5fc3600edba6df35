using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http.Access;

/// <summary>Who sends a request.</summary>
public static class Callers
{
    /// <summary>The user whose token the request has; null without one.</summary>
    public static Account? Caller(this HttpContext http) => http.Features.Get<Account>();

    /// <summary>Who changes something by this request, for the audit.</summary>
    public static Actor Actor(this HttpContext http) => http.Caller() is { } caller
        ? new Actor(caller.Id, caller.Username, http.TraceIdentifier)
        : new Actor(null, LiteBooks.Actor.Anonymous, http.TraceIdentifier);

    /// <summary>Whether the caller may do what a role may, on a route that is open to others too.</summary>
    public static bool MayActAs(this HttpContext http, string role) => http.Caller() is { } caller
        ? Roles.Includes(caller.Role, role)
        : http.RequestServices.GetRequiredService<Gate>().IsOpenTo(http);

    /// <summary>Says that the answer differs by caller (RFC 9110, section 12.5.5). Call it before there is any answer.</summary>
    public static void VariesByCaller(this HttpContext http) => http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
}
