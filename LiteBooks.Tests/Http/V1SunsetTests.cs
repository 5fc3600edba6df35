using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

/// <summary>With the setting Api:V1Sunset, every answer of version 1 says that it ends, and where to go.</summary>
public sealed class V1SunsetTests(V1SunsetTests.Fixture app) : IClassFixture<V1SunsetTests.Fixture>
{
    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Api:V1Sunset", "2027-12-31"), ("Database:BusyTimeoutSeconds", "1"), .. base.Settings];
    }

    [Theory]
    [InlineData("GET", "/api/v1/books", 200)]
    [InlineData("HEAD", "/api/v1/books", 200)]
    [InlineData("OPTIONS", "/api/v1/books", 204)]
    [InlineData("GET", "/api/v1/books/", 200)]
    [InlineData("GET", "/api/v1/books/1", 200)]
    [InlineData("GET", "/api/v1/books/1/summary", 200)]
    [InlineData("GET", "/api/v1/books/facets", 200)]
    [InlineData("GET", "/api/v1/isbn/x", 200)]
    [InlineData("GET", "/api/books", 200)]
    [InlineData("GET", "/api/books/1", 200)]
    [InlineData("GET", "/api/v1/books/cursor?cursor=x", 400)]
    [InlineData("GET", "/api/v1/books/999999", 404)]
    [InlineData("GET", "/api/v1/none", 404)]
    [InlineData("DELETE", "/api/v1/books", 405)]
    [InlineData("POST", "/api/v1/books", 415)]
    [InlineData("GET", "/api/v1/books?page=0", 422)]
    [InlineData("DELETE", "/api/v1/books/999999", 404)]
    public async Task Version_1_says_that_it_ends(string method, string path, int status)
    {
        await app.Api.Create();

        ShouldEnd((await app.Api.Send(new HttpMethod(method), path)).ShouldBe(status));
    }

    [Fact]
    public async Task A_304_and_a_406_say_so_too()
    {
        var list = (await app.Api.Get(Api.Books)).ShouldBe(200);

        ShouldEnd((await app.Api.Get(Api.Books, ("If-None-Match", list.ETag))).ShouldBe(304));
        ShouldEnd((await app.Api.Get(Api.Books, ("Accept", "text/html"))).ShouldBe(406));
    }

    [Fact]
    public async Task An_answer_that_the_database_is_busy_says_so_too()
    {
        using var other = TestDatabase.Connect(app.DatabasePath);
        other.Run("BEGIN IMMEDIATE");
        var answers = await Task.WhenAll(app.Api.Post(Api.Books, TestBooks.Minimal()), app.Api.Post("/api/books", TestBooks.Minimal()));
        other.Run("ROLLBACK");

        Assert.All(answers, answer => answer.ShouldBeProblem(503, "database_busy"));
        Assert.All(answers, ShouldEnd);
        Assert.Equal(("1", "X-API-Version"), (answers[1].Header("X-API-Version"), answers[1].Header("Vary")));
    }

    [Fact]
    public async Task A_book_leads_to_the_same_book_in_version_2()
    {
        var created = await app.Api.Create();

        var successor = (await app.Api.Get(TestBooks.At(created))).Links["successor-version"];

        Assert.Equal($"{Api.BooksV2}/{created.Id()}", successor);
        (await app.Api.Get(successor)).ShouldBe(200);
    }

    [Theory]
    [InlineData("/api/v1/books/1/summary")]
    [InlineData("/api/v1/books/cursor")]
    [InlineData("/api/v1/books/facets")]
    [InlineData("/api/v1/books")]
    public async Task No_address_leads_nowhere(string path)
    {
        await app.Api.Create();

        var successor = (await app.Api.Get(path)).ShouldBe(200).Links["successor-version"];

        (await app.Api.Get(successor)).ShouldBe(200);
    }

    [Fact]
    public async Task The_pages_of_a_list_are_linked_as_ever()
    {
        await app.Api.Create();
        await app.Api.Create();

        Assert.Equal(["first", "last", "next", "successor-version"], (await app.Api.Get(Api.Books + "?per_page=1")).ShouldBe(200).Links.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/openapi.json")]
    [InlineData("/api/v2/books")]
    [InlineData("/api/v2/books/999999")]
    [InlineData("/api/v2/books?page=0")]
    public async Task Nothing_else_ends(string path)
    {
        ShouldStay(await app.Api.Get(path));
    }

    [Fact]
    public async Task Version_2_by_the_header_does_not_end()
    {
        ShouldStay((await app.Api.Get("/api/books", ("X-API-Version", "2"))).ShouldBe(200));
    }

    private static void ShouldEnd(Answer answer)
    {
        Assert.Matches("^@[0-9]{10}$", answer.Header("Deprecation"));
        Assert.Equal("Fri, 31 Dec 2027 00:00:00 GMT", answer.Header("Sunset"));
        Assert.StartsWith("/api/v2/", answer.Links["successor-version"], StringComparison.Ordinal);
    }

    private static void ShouldStay(Answer answer)
    {
        Assert.Null(answer.Header("Deprecation"));
        Assert.Null(answer.Header("Sunset"));
        Assert.DoesNotContain("successor-version", answer.Links.Keys);
    }
}
