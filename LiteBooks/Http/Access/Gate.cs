namespace LiteBooks.Http.Access;

/// <summary>
/// Decides whether a request may use its route. Open until claimed: while there is no user, the server's own machine may do
/// everything; from the first user on, only a token counts, from everywhere.
/// </summary>
internal sealed class Gate(IAccounts accounts, Settings settings)
{
    private static readonly Unauthenticated NoToken = new("unauthenticated", ProblemTypes.ByCode("unauthenticated").Explanation);
    private static readonly Unauthenticated BadToken = new("invalid_token", ProblemTypes.ByCode("invalid_token").Explanation);

    /// <summary>
    /// Why the request may not use its route; null where it may. A token that is not good is refused even where none is needed:
    /// its sender means to be somebody, and would otherwise be shown less without a word.
    /// </summary>
    public Failure? Refuse(HttpContext http, bool isTokenGood)
    {
        // Where no route fits, there is nothing to keep from anybody.
        if (http.GetEndpoint() is not RouteEndpoint route || route.Metadata.GetMetadata<OpenToEverybody>() is not null)
            return null;
        var requirement = route.Metadata.GetMetadata<AccessRequirement>() ?? throw new InvalidOperationException($"{route.DisplayName} does not say who may use it.");
        if (!isTokenGood)
            return BadToken;
        if (Allows(http, requirement))
            return null;
        return http.Caller() is { } caller ? new Forbidden("forbidden", $"A user with the role {caller.Role} may not do this.") : NoToken;
    }

    /// <summary>Whether a request without a token may do everything.</summary>
    public bool IsOpenTo(HttpContext http) => LocalRequest.IsLocal(http) && !accounts.AnyExist();

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
}
