using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Users;

/// <summary>Signing in, and what a user may do with its own account.</summary>
public static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/auth").About("auth", "Signing in.").AsApi().Confidential();
        auth.MapPost("/token", SignIn).WithName("CreateToken").ForEverybody().ThatChangesNothing()
            .Takes(typeof(TokenRequest), FormReader.MediaType).Gives(200, typeof(TokenAnswer))
            .Fails("unsupported_grant_type", "invalid_credentials", "too_many_attempts");
        auth.MapGet("/me", Me).WithName("GetOwnUser").ForViewers().Asks(QueryParameter.Shaping).Fails("not_found");
        auth.MapPost("/password", ChangePassword).WithName("ChangeOwnPassword").ForViewers()
            .Takes(typeof(ChangePassword)).Gives(204, typeof(void)).Fails("not_found", "invalid_credentials", "too_many_attempts");
    }

    /// <summary>Sign in</summary>
    /// <remarks>
    /// The OAuth 2 password grant (RFC 6749, section 4.3). A name that there is not, a wrong password and a deactivated user
    /// are told and take the same. After some failures one has to wait.
    /// </remarks>
    /// <response code="200">A token.</response>
    private static async Task<IResult> SignIn(HttpRequest request, SignIn signIn, Tokens tokens, UserRepository users, Settings settings)
    {
        if (!(await FormReader.Read(request, TokenRequest.Read)).Succeeded(out var asked, out var failure))
            return Problems.From(failure);
        var checkedIn = await signIn.Check(asked.Username!, asked.Password!, request.HttpContext.Connection.RemoteIpAddress, request.HttpContext.RequestAborted);
        if (!checkedIn.Succeeded(out var account, out failure))
            return Problems.From(failure);
        if (!settings.ReadOnly)
            await users.RecordSignIn(account.Id, account.Username, request.HttpContext.TraceIdentifier);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new TokenAnswer { AccessToken = tokens.Issue(account), TokenType = "bearer", ExpiresIn = tokens.LifetimeSeconds });
    }

    /// <summary>Get one's own user</summary>
    /// <remarks>Tells whose token it is, and what it allows.</remarks>
    /// <response code="200">The user whose token it is.</response>
    private static Results<Representation<UserResponse>, ProblemHttpResult> Me(HttpContext context, UserRepository users) =>
        context.Caller() is { } caller && users.Find(caller.Id) is { } row
            ? new Representation<UserResponse>(UserResponse.From(row), row.ResourceVersion)
            : Problems.From(new NotFound("Nobody is signed in."));

    /// <summary>Change one's own password</summary>
    /// <remarks>All tokens end at once, the one that this is sent with among them.</remarks>
    /// <response code="204">The password is changed.</response>
    private static async Task<IResult> ChangePassword(HttpRequest request, SignIn signIn, UserRepository users, Passwords passwords)
    {
        var context = request.HttpContext;
        if (context.Caller() is not { } caller)
            return Problems.From(new NotFound("Nobody is signed in."));
        if (!(await JsonBody.Read(request, Users.ChangePassword.Read)).Succeeded(out var change, out var failure))
            return Problems.From(failure);
        if (!(await signIn.Check(caller.Username, change.CurrentPassword!, context.Connection.RemoteIpAddress, context.RequestAborted)).Succeeded(out var account, out failure))
            return Problems.From(failure);
        // The name may have gone to another user meanwhile.
        if (account.Id != caller.Id)
            return Problems.From(Users.SignIn.Wrong);
        var changed = await users.Update(caller.Id, ExpectedVersion.Any, new UserPatch(), passwords.Hash(change.NewPassword!), context.Actor(), context.RequestAborted);
        return changed.Failure is { } refused ? Problems.From(refused) : TypedResults.NoContent();
    }
}
