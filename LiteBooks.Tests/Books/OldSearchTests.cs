using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>The deprecated twin of <c>?search=</c>.</summary>
public sealed class OldSearchTests(ShelfFixture app) : IClassFixture<ShelfFixture>
{
    [Theory]
    [InlineData("EMIL", "")]
    [InlineData("proof", "&genre=cooking")]
    [InlineData("0%25", "")]
    [InlineData("au", "&sort_by=title&sort_order=asc&per_page=1&page=2")]
    [InlineData("austen", "&sort_by=relevance")]
    public async Task It_finds_what_the_list_finds(string text, string rest)
    {
        var list = (await app.Api.Get($"{Api.Books}?search={text}{rest}")).Text;

        Assert.Equal(list, (await app.Api.Get($"{Api.Books}/search?q={text}{rest}")).Text);
    }

    [Theory]
    [InlineData("q=emma")]
    [InlineData("q=nothing")]
    [InlineData("q=e")]
    [InlineData("")]
    public async Task It_says_that_it_is_deprecated_and_where_to_go(string query)
    {
        var answer = await app.Api.Get($"{Api.Books}/search?{query}");

        Assert.Matches("^@[0-9]{10}$", answer.Header("Deprecation"));
        Assert.Matches("^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} 20[0-9]{2} [0-9:]{8} GMT$", answer.Header("Sunset"));
        Assert.Equal("/api/v1/books", answer.Links["successor-version"]);
    }

    [Fact]
    public async Task Its_pages_are_linked_by_its_own_parameter()
    {
        var answer = (await app.Api.Get(Api.Books + "/search?q=austen&per_page=1")).ShouldBe(200);

        Assert.Equal("/api/v1/books/search?q=austen&per_page=1&page=2", answer.Links["next"]);
        Assert.Equal("2", answer.Header("X-Total-Count"));
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("?search=emma", "required")]
    [InlineData("?q=e", "too_short")]
    public async Task It_needs_two_characters(string query, string code)
    {
        (await app.Api.Get(Api.Books + "/search" + query)).ShouldBeInvalid(("q", code));
    }

    [Fact]
    public async Task The_list_is_not_deprecated()
    {
        var answer = (await app.Api.Get(Api.Books + "?search=emma")).ShouldBe(200);

        Assert.Null(answer.Header("Deprecation"));
        Assert.Null(answer.Header("Sunset"));
    }

    [Fact]
    public async Task The_document_marks_it_too()
    {
        var paths = (await app.Api.Get("/openapi.json")).ShouldBe(200).Json.GetProperty("paths");

        Assert.True(paths.GetProperty("/api/v1/books/search").GetProperty("get").GetProperty("deprecated").GetBoolean());
    }
}
