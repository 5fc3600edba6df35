using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Access;

/// <summary>Open until claimed: without users, the server's own machine may do everything; with the first one, only tokens count.</summary>
public sealed class ClaimTests : IAsyncLifetime
{
    private readonly AppFixture _app = new();

    private Api Api => _app.Api;

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("x-forwarded-host", "localhost")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Real-IP", "::1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("CF-Connecting-IP", "203.0.113.9")]
    [InlineData("X-Envoy-External-Address", "203.0.113.9")]
    public async Task Whoever_comes_through_a_proxy_may_only_read_an_unclaimed_server(string name, string value)
    {
        var book = await Api.Create();
        (await Api.Get(Api.Books, (name, value))).ShouldBe(200);
        (await Api.Get(TestBooks.At(book), (name, value))).ShouldBe(200);

        (await Api.Post(Api.Books, TestBooks.Minimal(), (name, value))).ShouldBeProblem(401, "unauthenticated");
        (await Api.Delete(TestBooks.At(book), (name, value))).ShouldBeProblem(401, "unauthenticated");
        (await Api.Get(TestUsers.Path, (name, value))).ShouldBeProblem(401, "unauthenticated");
        (await Api.Post(TestUsers.Path, TestUsers.New("thief", "admin"), (name, value))).ShouldBeProblem(401, "unauthenticated");
        (await Api.Get("/api/v1/admin/audit", (name, value))).ShouldBeProblem(401, "unauthenticated");
        Assert.Equal(1, await Api.Count());
    }

    [Theory]
    [InlineData("viewer")]
    [InlineData("editor")]
    public async Task The_first_user_has_to_be_an_admin(string role)
    {
        (await Api.Post(TestUsers.Path, TestUsers.New("first", role))).ShouldBeProblem(400, "first_user_must_be_admin");
        (await Api.Post(TestUsers.Path, TestUsers.New("first").Without("role"))).ShouldBeProblem(400, "first_user_must_be_admin");
        Assert.Equal(0, (await Api.Get(TestUsers.Path)).ShouldBe(200).Json.GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task From_the_first_user_on_every_write_needs_a_token()
    {
        var book = await Api.Create();
        (await Api.Post(TestUsers.Path, TestUsers.New("first", "admin"))).ShouldBe(201);

        (await Api.Post(Api.Books, TestBooks.Minimal())).ShouldBeProblem(401, "unauthenticated");
        (await Api.Patch(TestBooks.At(book), """{"price":1}""")).ShouldBeProblem(401, "unauthenticated");
        (await Api.Delete(TestBooks.At(book))).ShouldBeProblem(401, "unauthenticated");
        (await Api.Post(TestUsers.Path, TestUsers.New("second", "admin"))).ShouldBeProblem(401, "unauthenticated");
        (await Api.Get(TestUsers.Path)).ShouldBeProblem(401, "unauthenticated");
        (await Api.Get(Api.Books)).ShouldBe(200);

        var token = await Api.SignIn("first", Team.Password);
        (await Api.Post(Api.Books, TestBooks.Minimal(), Team.Bearer(token))).ShouldBe(201);
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_only_one_does()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Api.Post(TestUsers.Path, TestUsers.New($"claimer{i}", "admin"))));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => answer.ShouldBeProblem(401, "unauthenticated"));
    }

    [Fact]
    public async Task A_user_added_beside_the_running_server_claims_it()
    {
        await Api.Create();
        using (var database = TestDatabase.Connect(_app.DatabasePath))
        {
            database.Run("""
                INSERT INTO users (username, username_key, email, email_key, full_name, role, password_hash, token_version, created_at)
                VALUES ('beside', 'beside', 'b@x', 'b@x', 'Beside', 'admin', '', 1, 0)
                """);
        }

        (await Api.Post(Api.Books, TestBooks.Minimal())).ShouldBeProblem(401, "unauthenticated");
    }

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();
}
