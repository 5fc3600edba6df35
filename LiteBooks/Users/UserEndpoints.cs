using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Users;

/// <summary>The routes of users, for administrators; and for whoever adds the first, which claims the server.</summary>
public static class UserEndpoints
{
    public const string Path = "/api/v1/users";

    public static void MapUsers(this IEndpointRouteBuilder app)
    {
        var users = app.MapGroup(Path).About("users", "Who may do what.").AsApi().ForAdmins().Confidential();
        users.MapGet("/", List).WithName("ListUsers").Asks([.. UserQuery.Parameters, .. QueryParameter.Shaping])
            .Sends(ResponseHeader.PageLinks, ResponseHeader.TotalCount, ResponseHeader.TotalPages);
        users.MapPost("/", Create).WithName("CreateUser").Takes(typeof(CreateUser)).Gives(201, typeof(UserResponse), ResponseHeader.Location, ResponseHeader.ETag)
            .Heeds(RequestHeader.IdempotencyKey).Fails("first_user_must_be_admin", "duplicate_user", "idempotency_key_in_use", "idempotency_key_reused");
        users.MapGet("/{id}", Get).WithName("GetUser").Asks(QueryParameter.Shaping);
        users.MapPatch("/{id}", Update).WithName("UpdateUser").Takes(typeof(UpdateUser), JsonBody.Json, JsonBody.MergePatch).Gives(200, typeof(UserResponse), ResponseHeader.ETag)
            .Heeds(RequestHeader.IfMatch).Fails("empty_patch", "duplicate_user", "last_admin", "version_mismatch", "precondition_required");
        users.MapDelete("/{id}", Delete).WithName("DeleteUser").Gives(204, typeof(void))
            .Heeds(RequestHeader.IfMatch).Fails("last_admin", "user_has_orders", "version_mismatch", "precondition_required");
    }

    /// <summary>List users</summary>
    /// <remarks>In the order in which they were added.</remarks>
    /// <response code="200">A page of users.</response>
    private static Results<Representation<UserList>, ProblemHttpResult> List(HttpRequest request, UserRepository users)
    {
        if (!UserQuery.Read(request.Query).Succeeded(out var query, out var failure))
            return Problems.From(failure);
        var (rows, total) = users.List(query);
        return new Representation<UserList>(new UserList { Users = [.. rows.Select(UserResponse.From)], Total = total, Page = query.Page.Page, PerPage = query.Page.PerPage });
    }

    /// <summary>Get a user</summary>
    /// <remarks>All that is known of a user but the password.</remarks>
    /// <param name="id">The user's id.</param>
    /// <response code="200">The user.</response>
    private static Results<Representation<UserResponse>, ProblemHttpResult> Get(long id, UserRepository users) =>
        users.Find(id) is { } row ? new Representation<UserResponse>(UserResponse.From(row), row.ResourceVersion) : Problems.From(new NotFound("user", id));

    /// <summary>Add a user</summary>
    /// <remarks>
    /// The first user claims the server and has to be an admin: from then on every write needs a token. While there is none,
    /// the server's own machine may add it without one.
    /// </remarks>
    /// <response code="201">The user as it was stored.</response>
    private static Task<IResult> Create(HttpRequest request, UserRepository users, Passwords passwords, IdempotencyKeys keys, Idempotency idempotency, AnswerFormat format)
    {
        return idempotency.Once(request, keys.Find, async claim =>
        {
            string? password = null;
            var read = await JsonBody.Read<UserFields>(request, body =>
            {
                var user = CreateUser.Read(body);
                password = user.Password;
                return UserRules.Check(user, body.Faults);
            });
            if (!read.Succeeded(out var fields, out var failure))
                return Problems.From(failure);
            var remembered = new Remembered<UserRow>(keys, claim, Answer);
            var added = await users.Insert(fields, passwords.Hash(password!), request.HttpContext.Actor(), remembered, request.HttpContext.RequestAborted);
            return added.Succeeded(out var row, out failure) ? new JsonAnswer(Answer(row)) : Problems.From(failure);
        });

        WrittenAnswer Answer(UserRow row) => format.Created(UserResponse.From(row), row.ResourceVersion, $"{Path}/{row.Id}");
    }

    /// <summary>Change a user</summary>
    /// <remarks>A JSON merge patch (RFC 7396). A new password, and `is_active: false`, end all tokens of the user at once; a new role holds at once.</remarks>
    /// <param name="id">The user's id.</param>
    /// <response code="200">The user as it is now.</response>
    private static async Task<IResult> Update(long id, HttpRequest request, UserRepository users, Passwords passwords, AnswerFormat format, Settings settings)
    {
        if (!Preconditions.Read(request, id, settings.RequireIfMatch).Succeeded(out var expected, out var failure))
            return Problems.From(failure);
        string? password = null;
        var read = await JsonBody.Read<UserPatch>(request, body =>
        {
            if (body.IsEmpty)
                return Malformed.EmptyPatch;
            var user = UpdateUser.Read(body);
            password = user.Password.Or(null);
            return UserRules.Check(user, body.Faults);
        }, JsonBody.Json, JsonBody.MergePatch);
        if (!read.Succeeded(out var patch, out failure))
            return Problems.From(failure);
        var hash = password is null ? null : passwords.Hash(password);
        var changed = await users.Update(id, expected, patch, hash, request.HttpContext.Actor(), request.HttpContext.RequestAborted);
        return changed.Succeeded(out var row, out failure)
            ? new JsonAnswer(format.Ok(UserResponse.From(row), row.ResourceVersion))
            : Problems.From(failure);
    }

    /// <summary>Delete a user</summary>
    /// <remarks>What the user did stays in the audit, and reviews stay without their user. A user with orders can only be deactivated.</remarks>
    /// <param name="id">The user's id.</param>
    /// <response code="204">The user is gone.</response>
    private static async Task<IResult> Delete(long id, HttpRequest request, UserRepository users, Settings settings)
    {
        if (!Preconditions.Read(request, id, settings.RequireIfMatch).Succeeded(out var expected, out var failure))
            return Problems.From(failure);
        var deleted = await users.Delete(id, expected, request.HttpContext.Actor(), request.HttpContext.RequestAborted);
        return deleted.Failure is { } refused ? Problems.From(refused) : TypedResults.NoContent();
    }
}
