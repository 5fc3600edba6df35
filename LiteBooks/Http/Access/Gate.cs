using Microsoft.AspNetCore.Authorization;

namespace LiteBooks.Http.Access;

/// <summary>
/// Decides whether a request may use its route. Open until claimed: while there is no user, the server's own machine may do
/// everything; from the first user on, only a token counts, from everywhere.
/// </summary>
internal sealed class Gate(IAccounts accounts, Settings settings) : AuthorizationHandler<AccessRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        if (context.Resource is HttpContext http && Allows(http, requirement))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private bool Allows(HttpContext http, AccessRequirement requirement)
    {
        if (requirement.Role is null && settings.AnonymousRead)
            return true;
        if (requirement.OrByAddress && LocalRequest.ComesFrom(http, settings.MetricsFrom))
            return true;
        return http.Caller() is { } caller
            ? Roles.Includes(caller.Role, requirement.Role ?? Roles.Viewer)
            : IsOpenTo(http);
    }

    /// <summary>Whether a request without a token may do everything.</summary>
    public bool IsOpenTo(HttpContext http) => LocalRequest.IsLocal(http) && !accounts.AnyExist();
}
