using System.Diagnostics;
using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Users;

public sealed class SignInTests(Team team) : IClassFixture<Team>
{
    private const string Form = "application/x-www-form-urlencoded";

    [Fact]
    public async Task A_right_name_and_password_give_a_token_whatever_the_case_of_the_name()
    {
        var answer = (await team.Api.TryToSignIn("ADMIN", Team.Password)).ShouldBe(200);

        Assert.Equal(["access_token", "token_type", "expires_in"], answer.Json.Names());
        Assert.Equal("bearer", answer.Json.Text("token_type"));
        Assert.Equal(8 * 60 * 60, answer.Json.GetProperty("expires_in").GetInt32());
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal("admin", (await team.Api.Get("/auth/me", Team.Bearer(answer.Json.Text("access_token")!))).ShouldBe(200).Json.Text("username"));
    }

    [Fact]
    public async Task The_grant_type_may_be_left_out_and_members_of_others_are_ignored() =>
        (await Send($"username=admin&password={Uri.EscapeDataString(Team.Password)}&scope=&client_id=x")).ShouldBe(200);

    [Fact]
    public async Task An_unknown_name_a_wrong_password_and_a_deactivated_user_look_the_same()
    {
        var (id, _) = await team.Join("inactive", "viewer");
        (await team.Api.Patch(TestUsers.At(id), """{"is_active":false}""", team.Admin)).ShouldBe(200);

        var answers = new[]
        {
            await team.Api.TryToSignIn("nobody_of_this_name", Team.Password),
            await team.Api.TryToSignIn("editor", "wrong password"),
            await team.Api.TryToSignIn("inactive", Team.Password),
            await team.Api.TryToSignIn("' OR 1=1 --", "' OR 1=1 --"),
        };

        Assert.All(answers, answer => answer.ShouldBeProblem(401, "invalid_credentials"));
        Assert.Single(answers.Select(answer => answer.Json.Text("detail")).Distinct());
        Assert.All(answers, answer => Assert.Equal("Bearer realm=\"litebooks\"", answer.Header("WWW-Authenticate")));
    }

    // Not how long it takes, which a busy machine decides, but whether the costly part is done for both.
    [Fact]
    public async Task An_unknown_name_costs_as_much_as_a_wrong_password()
    {
        var (unknown, wrong) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < 4; i++)
        {
            unknown = Min(unknown, await TimeOf($"unknown_{i}"));
            wrong = Min(wrong, await TimeOf("viewer"));
        }

        Assert.True(unknown > wrong / 3, $"{unknown} for an unknown name, {wrong} for a wrong password");
    }

    [Theory]
    [InlineData("grant_type=client_credentials&username=a&password=b")]
    [InlineData("grant_type=Password&username=a&password=b")]
    public async Task There_is_no_other_grant(string form) => (await Send(form)).ShouldBeProblem(400, "unsupported_grant_type");

    [Fact]
    public async Task What_is_missing_or_repeated_is_told()
    {
        (await Send("")).ShouldBeInvalid(("username", "required"), ("password", "required"));
        (await Send("username=a&username=b&password=c")).ShouldBeInvalid(("username", "repeated"));
        (await Send("username=%FF%00&password=c")).ShouldBeProblem(401, "invalid_credentials");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task Only_a_form_is_taken(string? mediaType) =>
        (await team.Api.Send(HttpMethod.Post, "/auth/token", Api.Bytes("username=a&password=b"u8.ToArray(), mediaType))).ShouldBeProblem(415, "unsupported_media_type");

    [Fact]
    public async Task A_form_that_is_not_UTF_8_is_refused() =>
        (await team.Api.Send(HttpMethod.Post, "/auth/token", Api.Bytes([.. "username="u8, 0xFF, .. "&password=b"u8], Form))).ShouldBeProblem(400, "malformed_form");

    [Fact]
    public async Task Ones_own_password_can_be_changed_with_the_current_one()
    {
        var (_, token) = await team.Join("mover", "viewer");
        var bearer = Team.Bearer(token);
        (await team.Api.Post("/auth/password", """{"current_password":"wrong","new_password":"a new password"}""", bearer)).ShouldBeProblem(401, "invalid_credentials");
        (await team.Api.Post("/auth/password", $$"""{"current_password":"{{Team.Password}}","new_password":"short"}""", bearer)).ShouldBeInvalid(("new_password", "too_short"));
        (await team.Api.Post("/auth/password", "{}", bearer)).ShouldBeInvalid(("current_password", "required"), ("new_password", "required"));
        (await team.Api.Get("/auth/me", bearer)).ShouldBe(200);

        (await team.Api.Post("/auth/password", $$"""{"current_password":"{{Team.Password}}","new_password":"a new password"}""", bearer)).ShouldBe(204);

        (await team.Api.Get("/auth/me", bearer)).ShouldBeProblem(401, "invalid_token");
        await team.Api.SignIn("mover", "a new password");
    }

    private Task<Answer> Send(string form) => team.Api.Send(HttpMethod.Post, "/auth/token", Api.Bytes(Encoding.ASCII.GetBytes(form), Form));

    private async Task<TimeSpan> TimeOf(string username)
    {
        var watch = Stopwatch.StartNew();
        (await team.Api.TryToSignIn(username, "wrong password")).ShouldBe(401);
        return watch.Elapsed;
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
