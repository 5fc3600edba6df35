using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace LiteBooks.Http.Access;

/// <summary>
/// Tells a refused request why. A token that is not good is refused even where none is needed: its sender means to be
/// somebody, and would otherwise be shown less without a word.
/// </summary>
internal sealed class Refusals : IAuthorizationMiddlewareResultHandler
{
    private static readonly Unauthenticated NoToken = new("unauthenticated", ProblemTypes.ByCode("unauthenticated").Explanation);
    private static readonly Unauthenticated BadToken = new("invalid_token", ProblemTypes.ByCode("invalid_token").Explanation);

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        // It was authenticated before; this only asks what came of it.
        if ((await context.AuthenticateAsync()).Failure is not null)
            await Problems.From(BadToken).ExecuteAsync(context);
        else if (authorizeResult.Succeeded)
            await next(context);
        else if (context.Caller() is { } caller)
            await Problems.From(new Forbidden("forbidden", $"A user with the role {caller.Role} may not do this.")).ExecuteAsync(context);
        else
            await Problems.From(NoToken).ExecuteAsync(context);
    }
}
