using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

/// <summary>What the Accept header lets through (RFC 9110, section 12.5.1).</summary>
public sealed class AcceptTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("*/*")]
    [InlineData("application/*")]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;q=0.1")]
    [InlineData("application/json;charset=utf-8;q=0.5")]
    [InlineData("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8")]
    [InlineData("text/html, application/json;q=0.5")]
    [InlineData("application/problem+json, application/json")]
    [InlineData("application/*;q=0, application/json")]
    [InlineData("*/*;q=0, application/*")]
    [InlineData("")]
    public async Task An_accept_that_has_room_for_json_is_answered(string accept)
    {
        (await app.Api.Get(Api.Books, ("Accept", accept))).ShouldBe(200);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/*")]
    [InlineData("application/xml")]
    [InlineData("image/png, text/plain;q=0.5")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json;q=0.0, */*")]
    [InlineData("application/*;q=0, */*")]
    [InlineData("*/*;q=0")]
    [InlineData("application/jsonp")]
    public async Task An_accept_that_excludes_json_is_refused_with_a_problem_all_the_same(string accept)
    {
        (await app.Api.Get(Api.Books, ("Accept", accept))).ShouldBeProblem(406, "not_acceptable");
    }

    [Theory]
    [InlineData("GET", "/api/v1/books/1/summary")]
    [InlineData("GET", "/api/v1/books/1/compact")]
    [InlineData("GET", "/api/v1/books/1/minimal")]
    [InlineData("GET", "/api/v1/books/cursor")]
    [InlineData("GET", "/api/v1/books/search?q=xx")]
    [InlineData("GET", "/api/v1/books/facets")]
    [InlineData("GET", "/api/v1/isbn/x")]
    [InlineData("POST", "/api/v1/books/bulk")]
    [InlineData("POST", "/api/v1/books/bulk-delete")]
    [InlineData("GET", "/api/v2/books")]
    [InlineData("POST", "/api/v2/books")]
    [InlineData("DELETE", "/api/v2/books/1")]
    [InlineData("GET", "/api/books")]
    [InlineData("PATCH", "/api/books/1")]
    public async Task Every_route_answers_json_and_nothing_else(string method, string path)
    {
        (await app.Api.Send(new HttpMethod(method), path, null, ("Accept", "text/html"))).ShouldBeProblem(406, "not_acceptable");
    }

    [Fact]
    public async Task A_write_whose_answer_could_not_be_read_is_not_done()
    {
        var created = await app.Api.Create();
        var before = await app.Api.Count();
        using var body = Api.Json(TestBooks.Minimal().ToJsonString());

        (await app.Api.Send(HttpMethod.Post, Api.Books, body, ("Accept", "text/html"))).ShouldBeProblem(406, "not_acceptable");
        (await app.Api.Send(HttpMethod.Delete, TestBooks.At(created), null, ("Accept", "text/html"))).ShouldBeProblem(406, "not_acceptable");

        Assert.Equal(before, await app.Api.Count());
    }

    [Fact]
    public async Task Other_errors_are_problem_documents_whatever_the_accept_says()
    {
        (await app.Api.Get("/none", ("Accept", "text/html"))).ShouldBeProblem(404, "not_found");
        (await app.Api.Send(HttpMethod.Delete, Api.Books, null, ("Accept", "text/html"))).ShouldBeProblem(405, "method_not_allowed");
    }
}
