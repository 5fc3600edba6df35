using System.Globalization;
using System.Security.Claims;
using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http.Access;

/// <summary>Who sends a request.</summary>
public static class Callers
{
    /// <summary>The claim that carries <see cref="Account.TokenVersion"/>, in a token and in a caller's identity.</summary>
    internal const string VersionClaim = "ver";

    /// <summary>The user whose token the request has; null without one.</summary>
    public static Account? Caller(this HttpContext http) => http.User.FindFirst("sub") is { } id
        ? new Account(
            long.Parse(id.Value, CultureInfo.InvariantCulture),
            http.User.FindFirstValue(ClaimTypes.Name)!,
            http.User.FindFirstValue(ClaimTypes.Role)!,
            long.Parse(http.User.FindFirstValue(VersionClaim)!, CultureInfo.InvariantCulture))
        : null;

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

    internal static ClaimsPrincipal Principal(Account account, string scheme) => new(new ClaimsIdentity(
        [
            new Claim("sub", account.Id.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Name, account.Username),
            new Claim(ClaimTypes.Role, account.Role),
            new Claim(VersionClaim, account.TokenVersion.ToString(CultureInfo.InvariantCulture)),
        ], scheme));
}
