using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Users;

public sealed class UserTests(Team team) : IClassFixture<Team>
{
    private static int _last;

    [Fact]
    public async Task A_user_is_stored_as_it_is_answered_and_its_password_is_in_no_answer()
    {
        var name = NextName();
        var answer = (await Create(TestUsers.New(name, "editor"))).ShouldBe(201);
        var user = answer.Json;

        Assert.Equal(["id", "username", "email", "full_name", "role", "is_active", "created_at", "updated_at"], user.Names());
        Assert.Equal((name, $"{name}@example.org", $"{name} of the tests", "editor", true), (user.Text("username"), user.Text("email"), user.Text("full_name"), user.Text("role"), user.GetProperty("is_active").GetBoolean()));
        Assert.Equal(TestUsers.At(user.Id()), answer.Header("Location"));
        var got = (await team.Api.Get(TestUsers.At(user.Id()), team.Admin)).ShouldBe(200);
        Assert.Equal(answer.Text, got.Text);
        Assert.Equal("no-store", got.Header("Cache-Control"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task The_role_is_viewer_unless_it_is_said() =>
        Assert.Equal("viewer", (await Create(TestUsers.New(NextName()).Without("role"))).ShouldBe(201).Json.Text("role"));

    [Fact]
    public async Task All_faults_come_at_once() =>
        (await Create(new JsonObject { ["username"] = "a b", ["email"] = "nobody", ["full_name"] = " ", ["role"] = "king", ["password"] = "short", ["is_admin"] = true })).ShouldBeInvalid(
            ("username", "invalid_format"), ("email", "invalid_format"), ("full_name", "too_short"), ("role", "not_in_list"), ("password", "too_short"), ("is_admin", "unknown_member"));

    [Fact]
    public async Task What_is_required_is_missed() =>
        (await Create([])).ShouldBeInvalid(("username", "required"), ("email", "required"), ("full_name", "required"), ("password", "required"));

    [Theory]
    [InlineData("username", 3, true)]
    [InlineData("username", 2, false)]
    [InlineData("username", 50, true)]
    [InlineData("username", 51, false)]
    [InlineData("full_name", 1, true)]
    [InlineData("full_name", 100, true)]
    [InlineData("full_name", 101, false)]
    [InlineData("password", 8, true)]
    [InlineData("password", 7, false)]
    [InlineData("password", 128, true)]
    [InlineData("password", 129, false)]
    public async Task Lengths_have_bounds(string field, int length, bool isRight)
    {
        var letter = (char)('a' + Interlocked.Increment(ref _last) % 26);
        var answer = await Create(TestUsers.New(NextName()).With(field, $"{letter}{new string('z', length - 1)}"));

        if (isRight)
            answer.ShouldBe(201);
        else
            answer.ShouldBeInvalid((field, length < 10 ? "too_short" : "too_long"));
    }

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public async Task An_address_that_cannot_be_delivered_to_is_too_long(int length, bool isRight)
    {
        const string host = "@example.org";
        var answer = await Create(TestUsers.New(NextName()).With("email", new string('a', length - host.Length) + host));

        if (isRight)
            answer.ShouldBe(201);
        else
            answer.ShouldBeInvalid(("email", "too_long"));
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("Ada <ada@example.org>")]
    [InlineData("ada@example.org, eve@example.org")]
    [InlineData("ada@")]
    [InlineData("@example.org")]
    [InlineData("ada@exa mple.org")]
    [InlineData("ada@example.org\nBcc: eve@example.org")]
    public async Task What_is_no_single_address_is_refused(string email) =>
        (await Create(TestUsers.New(NextName()).With("email", email))).ShouldBeInvalid(("email", "invalid_format"));

    [Theory]
    [InlineData("a-b-c")]
    [InlineData("àda")]
    [InlineData("a'; DROP TABLE users; --")]
    [InlineData("ada\nadmin")]
    [InlineData("(server)")]
    public async Task A_username_has_letters_digits_and_underscores_alone(string username) =>
        (await Create(TestUsers.New(NextName()).With("username", username))).ShouldBeInvalid(("username", "invalid_format"));

    [Fact]
    public async Task Control_characters_are_refused_in_every_text()
    {
        foreach (var field in new[] { "email", "full_name", "password" })
            (await Create(TestUsers.New(NextName()).With(field, "some\u0007@thing.org"))).ShouldBeProblem(422, "validation_failed").WithFaults((field, "control_character"));
    }

    [Fact]
    public async Task A_name_or_address_that_is_taken_is_a_conflict_whatever_its_case()
    {
        var name = NextName();
        var id = (await Create(TestUsers.New(name))).ShouldBe(201).Json.Id();

        var named = (await Create(TestUsers.New(name.ToUpperInvariant()).With("email", "new@example.org"))).ShouldBeProblem(409, "duplicate_user");
        var reached = (await Create(TestUsers.New(NextName()).With("email", $"{name.ToUpperInvariant()}@Example.org"))).ShouldBeProblem(409, "duplicate_user");
        var other = (await Create(TestUsers.New(NextName()))).ShouldBe(201).Json.Id();
        var renamed = (await Patch(other, new JsonObject { ["username"] = name })).ShouldBeProblem(409, "duplicate_user");

        Assert.All(new[] { named, reached, renamed }, problem => Assert.Equal(id, problem.Json.GetProperty("existing_id").GetInt64()));
        (await Patch(id, new JsonObject { ["username"] = name.ToUpperInvariant() })).ShouldBe(200);
    }

    [Fact]
    public async Task A_patch_changes_what_it_names()
    {
        var user = (await Create(TestUsers.New(NextName()))).ShouldBe(201).Json;
        var changed = (await Patch(user.Id(), new JsonObject { ["full_name"] = "Somebody Else" })).ShouldBe(200).Json;

        Assert.Equal("Somebody Else", changed.Text("full_name"));
        Assert.Equal(user.Text("email"), changed.Text("email"));
        Assert.NotNull(changed.Text("updated_at"));
    }

    [Theory]
    [InlineData("""{"username":null,"email":null,"full_name":null,"role":null,"password":null,"is_active":null}""")]
    public async Task Nothing_of_a_user_can_be_cleared(string patch)
    {
        var id = (await Create(TestUsers.New(NextName()))).ShouldBe(201).Json.Id();
        (await team.Api.Patch(TestUsers.At(id), patch, team.Admin)).ShouldBeInvalid(
            ("username", "required"), ("email", "required"), ("full_name", "required"), ("role", "required"), ("password", "required"), ("is_active", "required"));
        (await Patch(id, [])).ShouldBeProblem(400, "empty_patch");
        (await Patch(id, new JsonObject { ["id"] = 7 })).ShouldBeInvalid(("id", "unknown_member"));
    }

    [Fact]
    public async Task A_stale_version_is_not_changed()
    {
        var created = (await Create(TestUsers.New(NextName()))).ShouldBe(201);
        var id = created.Json.Id();
        (await team.Api.Patch(TestUsers.At(id), """{"full_name":"One"}""", ("If-Match", created.ETag), team.Admin)).ShouldBe(200);

        (await team.Api.Patch(TestUsers.At(id), """{"full_name":"Two"}""", ("If-Match", created.ETag), team.Admin)).ShouldBeProblem(412, "version_mismatch");
        (await team.Api.Delete(TestUsers.At(id), ("If-Match", created.ETag), team.Admin)).ShouldBeProblem(412, "version_mismatch");
        var now = (await team.Api.Get(TestUsers.At(id), team.Admin)).ShouldBe(200);
        Assert.Equal("One", now.Json.Text("full_name"));
        (await team.Api.Get(TestUsers.At(id), ("If-None-Match", now.ETag), team.Admin)).ShouldBe(304);
        (await team.Api.Delete(TestUsers.At(id), ("If-Match", now.ETag), team.Admin)).ShouldBe(204);
        (await team.Api.Get(TestUsers.At(id), team.Admin)).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task A_repeat_under_a_key_adds_one_user_and_the_stored_digest_gives_no_password_away()
    {
        var (name, key) = (NextName(), ("Idempotency-Key", Guid.NewGuid().ToString()));
        var first = (await team.Api.Post(TestUsers.Path, TestUsers.New(name), key, team.Admin)).ShouldBe(201);
        var again = (await team.Api.Post(TestUsers.Path, TestUsers.New(name), key, team.Admin)).ShouldBe(201);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal("true", again.Header("Idempotency-Replayed"));
        (await team.Api.Post(TestUsers.Path, TestUsers.New(name), key, team.Viewer)).ShouldBeProblem(403, "forbidden");
        using var database = TestDatabase.Connect(team.DatabasePath);
        Assert.DoesNotContain(database.Rows("SELECT digest, body FROM idempotency_keys"), row => row.Contains(Team.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_come_in_pages_and_can_be_filtered()
    {
        var name = NextName();
        var id = (await Create(TestUsers.New(name, "editor"))).ShouldBe(201).Json.Id();
        (await Patch(id, new JsonObject { ["is_active"] = false })).ShouldBe(200);

        var page = (await team.Api.Get(TestUsers.Path + "?per_page=1&page=2", team.Admin)).ShouldBe(200);
        Assert.Equal(["users", "total", "page", "per_page"], page.Json.Names());
        Assert.Equal(["editor"], page.Json.GetProperty("users").EnumerateArray().Select(user => user.Text("username")));
        Assert.Contains("rel=\"next\"", page.Header("Link"), StringComparison.Ordinal);
        var inactive = (await team.Api.Get(TestUsers.Path + "?role=editor&is_active=false&per_page=100", team.Admin)).ShouldBe(200).Json.GetProperty("users").EnumerateArray();
        Assert.Contains(inactive, user => user.Text("username") == name);
        Assert.All(inactive, user => Assert.False(user.GetProperty("is_active").GetBoolean()));
        (await team.Api.Get(TestUsers.Path + "?role=king&per_page=101&page=0&is_active=x", team.Admin)).ShouldBeInvalid(
            ("role", "not_in_list"), ("per_page", "out_of_range"), ("page", "out_of_range"), ("is_active", "wrong_type"));
    }

    private Task<Answer> Create(JsonObject user) => team.Api.Post(TestUsers.Path, user, team.Admin);

    private Task<Answer> Patch(long id, JsonObject patch) => team.Api.Patch(TestUsers.At(id), patch, team.Admin);

    private static string NextName() => $"user_{Interlocked.Increment(ref _last)}";
}
