using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Access;

/// <summary>A server that was started read-only changes nothing, whoever asks.</summary>
public sealed class ReadOnlyTests(ReadOnlyTests.Fixture app) : IClassFixture<ReadOnlyTests.Fixture>
{
    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Database:ReadOnly", "true"), .. base.Settings];

        // A catalogue with a book and an admin, made by a server that writes.
        protected override void Prepare() => MakeCatalogue().GetAwaiter().GetResult();

        private async Task MakeCatalogue()
        {
            base.Prepare();
            await using var server = await RunningServer.Start(DatabasePath, ("Catalog:Sample", "false"));
            using var api = new Api(server.Address);
            await api.Create();
            (await api.Post(TestUsers.Path, TestUsers.New("admin", "admin"))).ShouldBe(201);
        }
    }

    [Fact]
    public async Task Reading_goes_on()
    {
        Assert.Equal(1, await app.Api.Count());
        (await app.Api.Get("/api/v1/books/1")).ShouldBe(200);
        (await app.Api.Get("/api/v1/books/facets?search=book")).ShouldBe(200);
    }

    [Theory]
    [InlineData("POST", Api.Books)]
    [InlineData("POST", "/api/v1/books/bulk")]
    [InlineData("POST", "/api/v1/books/bulk-delete")]
    [InlineData("PUT", "/api/v1/books/1")]
    [InlineData("PATCH", "/api/v2/books/1")]
    [InlineData("DELETE", "/api/books/1")]
    [InlineData("POST", "/api/v1/books/1/revert")]
    [InlineData("POST", TestUsers.Path)]
    [InlineData("DELETE", "/api/v1/users/1")]
    [InlineData("POST", "/auth/password")]
    public async Task Every_write_is_refused(string method, string path)
    {
        var token = await app.Api.SignIn("admin", Team.Password);
        (await app.Api.Send(new HttpMethod(method), path, Api.Json("{}"))).ShouldBeProblem(403, "read_only");
        (await app.Api.Send(new HttpMethod(method), path, Api.Json("{}"), Team.Bearer(token))).ShouldBeProblem(403, "read_only");
    }

    [Theory]
    [InlineData("GET", "/api/v1/admin/books/1")]
    [InlineData("PATCH", "/api/v1/admin/books/1")]
    [InlineData("GET", "/api/v1/admin/audit")]
    public async Task There_are_no_routes_for_administrators(string method, string path)
    {
        var token = await app.Api.SignIn("admin", Team.Password);
        (await app.Api.Send(new HttpMethod(method), path, method == "GET" ? null : Api.Json("{}"), Team.Bearer(token))).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task A_path_without_such_a_method_is_what_it_ever_was()
    {
        (await app.Api.Send(HttpMethod.Put, Api.Books)).ShouldBeProblem(405, "method_not_allowed");
        (await app.Api.Post("/nowhere", "{}")).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task Nothing_is_written_beside_the_database()
    {
        await app.Api.SignIn("admin", Team.Password);

        Assert.False(File.Exists(app.DatabasePath + ".key"));
    }
}
