using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Access;

/// <summary>Tokens that are not, or no longer, good are refused everywhere, also where none is needed.</summary>
public sealed class TokenTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_token_made_by_hand_with_the_servers_key_is_good_so_the_others_fail_for_their_fault_alone() =>
        (await team.Api.Get("/auth/me", Team.Bearer(Right.ToString()))).ShouldBe(200);

    public static TheoryData<string> Faults => [.. Wrong.Keys];

    private static readonly Dictionary<string, Func<ForgedToken, string>> Wrong = new()
    {
        ["no algorithm"] = token => (token with { Algorithm = "none" }).ToString(),
        ["NONE"] = token => (token with { Algorithm = "NONE" }).ToString(),
        ["no signature"] = token => string.Join('.', token.ToString().Split('.')[..2]) + ".",
        ["two parts"] = token => string.Join('.', token.ToString().Split('.')[..2]),
        ["another algorithm"] = token => (token with { Algorithm = "HS512" }).ToString(),
        ["another server's key"] = token => (token with { Key = "another key, that is long enough too" }).ToString(),
        ["another issuer"] = token => (token with { Issuer = "elsewhere" }).ToString(),
        ["no issuer"] = token => (token with { Issuer = null }).ToString(),
        ["another audience"] = token => (token with { Audience = "elsewhere" }).ToString(),
        ["expired a second ago"] = token => (token with { Expires = DateTimeOffset.UtcNow.AddSeconds(-1) }).ToString(),
        ["no expiry"] = token => (token with { Expires = null }).ToString(),
        ["nobody"] = token => (token with { Subject = "999999" }).ToString(),
        ["no number"] = token => (token with { Subject = "1 OR 1=1" }).ToString(),
        ["the first version"] = token => (token with { Version = 1 }).ToString(),
        ["the version before"] = token => (token with { Version = (long)token.Version! - 1 }).ToString(),
        ["the version after"] = token => (token with { Version = (long)token.Version! + 1 }).ToString(),
        ["another user's version"] = token => (token with { Subject = $"{token.UserId + 1}" }).ToString(),
        ["a version as text"] = token => (token with { Version = "x" }).ToString(),
        ["no version"] = token => (token with { Version = null }).ToString(),
        ["changed payload"] = token => token.ToString().Split('.') is [var header, _, var signature] ? $"{header}.{new ForgedToken(token.UserId + 1).ToString().Split('.')[1]}.{signature}" : "",
        ["changed signature"] = token => token.ToString() is var text && text[^5] == 'A' ? text[..^5] + 'B' + text[^4..] : text[..^5] + 'A' + text[^4..],
        ["nonsense"] = _ => "abc",
        ["empty"] = _ => "",
        ["quotes"] = _ => "';DROP TABLE users;--",
        ["very long"] = _ => new string('a', 20_000),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_wrong_token_is_refused(string fault)
    {
        var bearer = Team.Bearer(Wrong[fault](Right));
        foreach (var path in new[] { Api.Books, "/auth/me", TestUsers.Path })
        {
            var answer = await team.Api.Get(path, bearer);
            answer.ShouldBeProblem(401, "invalid_token");
            Assert.Equal("Bearer realm=\"litebooks\", error=\"invalid_token\"", answer.Header("WWW-Authenticate"));
        }
    }

    [Fact]
    public async Task A_token_of_another_scheme_is_none()
    {
        (await team.Api.Get(Api.Books, ("Authorization", "Basic YTpi"))).ShouldBe(200);
        var answer = await team.Api.Get("/auth/me", ("Authorization", $"Token {team.TokenOf("admin")}"));
        answer.ShouldBeProblem(401, "unauthenticated");
        Assert.Equal("Bearer realm=\"litebooks\"", answer.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task A_new_password_ends_all_tokens_at_once()
    {
        var (id, token) = await team.Join("changing", "editor");
        var second = await team.Api.SignIn("changing", Team.Password);
        (await team.Api.Get("/auth/me", Team.Bearer(second))).ShouldBe(200);

        (await team.Api.Patch(TestUsers.At(id), new JsonObject { ["password"] = "another password" }, team.Admin)).ShouldBe(200);

        (await team.Api.Get("/auth/me", Team.Bearer(token))).ShouldBeProblem(401, "invalid_token");
        (await team.Api.Get("/auth/me", Team.Bearer(second))).ShouldBeProblem(401, "invalid_token");
        (await team.Api.TryToSignIn("changing", Team.Password)).ShouldBeProblem(401, "invalid_credentials");
        await team.Api.SignIn("changing", "another password");
    }

    [Fact]
    public async Task A_deactivation_ends_all_tokens_at_once_and_they_do_not_come_back_with_the_user()
    {
        var (id, token) = await team.Join("leaving", "editor");
        (await team.Api.Patch(TestUsers.At(id), """{"is_active":false}""", team.Admin)).ShouldBe(200);

        (await team.Api.Post(Api.Books, TestBooks.Minimal(), Team.Bearer(token))).ShouldBeProblem(401, "invalid_token");
        (await team.Api.TryToSignIn("leaving", Team.Password)).ShouldBeProblem(401, "invalid_credentials");

        (await team.Api.Patch(TestUsers.At(id), """{"is_active":true}""", team.Admin)).ShouldBe(200);
        (await team.Api.Get("/auth/me", Team.Bearer(token))).ShouldBeProblem(401, "invalid_token");
        await team.Api.SignIn("leaving", Team.Password);
    }

    [Fact]
    public async Task A_deleted_users_token_is_nobodys()
    {
        var (id, token) = await team.Join("deleted", "admin");
        (await team.Api.Delete(TestUsers.At(id), Team.Bearer(token))).ShouldBe(204);

        (await team.Api.Get(TestUsers.Path, Team.Bearer(token))).ShouldBeProblem(401, "invalid_token");
    }

    [Fact]
    public async Task A_new_role_holds_at_once()
    {
        var (id, token) = await team.Join("rising", "viewer");
        (await team.Api.Post(Api.Books, TestBooks.Minimal(), Team.Bearer(token))).ShouldBeProblem(403, "forbidden");

        (await team.Api.Patch(TestUsers.At(id), """{"role":"editor"}""", team.Admin)).ShouldBe(200);
        (await team.Api.Post(Api.Books, TestBooks.Minimal(), Team.Bearer(token))).ShouldBe(201);

        (await team.Api.Patch(TestUsers.At(id), """{"role":"viewer"}""", team.Admin)).ShouldBe(200);
        (await team.Api.Post(Api.Books, TestBooks.Minimal(), Team.Bearer(token))).ShouldBeProblem(403, "forbidden");
    }

    private ForgedToken Right => ForgedToken.Like(team.TokenOf("admin"));
}
