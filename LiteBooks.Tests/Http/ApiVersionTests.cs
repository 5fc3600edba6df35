using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

/// <summary>Books without a version in their path: a header chooses.</summary>
public sealed class ApiVersionTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Path = "/api/books";

    [Theory]
    [InlineData(null, "1", Api.Books)]
    [InlineData("1", "1", Api.Books)]
    [InlineData("2", "2", Api.BooksV2)]
    public async Task The_header_chooses_the_version_and_is_echoed(string? asked, string chosen, string versioned)
    {
        var created = await app.Api.Create();

        foreach (var rest in new[] { "", "?per_page=1&sort_by=title", $"/{created.Id()}", $"/{created.Id()}/" })
        {
            var answer = (await Get(Path + rest, asked)).ShouldBe(200);

            Assert.Equal((chosen, "X-API-Version"), (answer.Header("X-API-Version"), answer.Header("Vary")));
            var other = (await app.Api.Get(versioned + rest)).ShouldBe(200);
            Assert.Equal((other.Text, other.ETag), (answer.Text, answer.ETag));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("1.0")]
    [InlineData("v1")]
    [InlineData("latest")]
    [InlineData("1, 2")]
    [InlineData("")]
    public async Task Another_version_is_a_bad_request_that_names_those_there_are(string version)
    {
        foreach (var path in new[] { Path, Path + "/", Path + "/1", Path + "/none" })
        {
            var answer = await Get(path, version);

            var problem = answer.ShouldBeProblem(400, "unsupported_version");
            Assert.Contains("1", problem.Detail, StringComparison.Ordinal);
            Assert.Contains("2", problem.Detail, StringComparison.Ordinal);
            Assert.Equal("X-API-Version", answer.Header("Vary"));
        }
    }

    [Fact]
    public async Task A_write_goes_to_the_version_that_the_header_chooses()
    {
        var first = (await app.Api.Post(Path, TestBooks.Full())).ShouldBe(201);
        Assert.Equal("1", first.Header("X-API-Version"));
        var id = first.Json.Id();
        var second = (await app.Api.Post(Path, TestBooks.Full(), ("X-API-Version", "2"))).ShouldBe(201);
        Assert.Equal("2", second.Header("X-API-Version"));
        Assert.Equal(["data"], second.Json.Names());

        (await app.Api.Patch($"{Path}/{id}", """{"pricing":{"amount":3}}""", ("X-API-Version", "2"))).ShouldBe(200);
        (await app.Api.Patch($"{Path}/{id}", """{"pricing":{"amount":3}}""")).ShouldBeInvalid(("pricing", "unknown_member"));
        (await app.Api.Put($"{Path}/{id}", TestBooks.Minimal())).ShouldBe(200);
        (await app.Api.Get(first.Header("Location")!)).ShouldBe(200);
        (await app.Api.Get(second.Header("Location")!)).ShouldBe(200);
        (await app.Api.Delete($"{Path}/{id}", ("X-API-Version", "2"))).ShouldBe(204);
    }

    [Theory]
    [InlineData("GET", "/999999", 404, "not_found")]
    [InlineData("GET", "/abc", 422, "validation_failed")]
    [InlineData("GET", "?page=0", 422, "validation_failed")]
    [InlineData("POST", "/1", 405, "method_not_allowed")]
    [InlineData("DELETE", "", 405, "method_not_allowed")]
    public async Task Errors_say_the_version_and_the_address_that_was_asked(string method, string rest, int status, string code)
    {
        foreach (var version in new[] { "1", "2" })
        {
            var answer = await app.Api.Send(new HttpMethod(method), Path + rest, null, ("X-API-Version", version));

            answer.ShouldBeProblem(status, code);
            Assert.Equal((version, "X-API-Version"), (answer.Header("X-API-Version"), answer.Header("Vary")));
        }
    }

    [Theory]
    [InlineData(Api.Books)]
    [InlineData(Api.BooksV2)]
    public async Task A_path_with_a_version_takes_no_header(string path)
    {
        var answer = (await Get(path, "9")).ShouldBe(200);

        Assert.Null(answer.Header("X-API-Version"));
        Assert.Null(answer.Header("Vary"));
    }

    private Task<Answer> Get(string path, string? version) => version is null ? app.Api.Get(path) : app.Api.Get(path, ("X-API-Version", version));
}
