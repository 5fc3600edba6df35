using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Access;

/// <summary>A catalogue that is not for everybody: reading needs a token too.</summary>
public sealed class AnonymousReadTests(AnonymousReadTests.Fixture team) : IClassFixture<AnonymousReadTests.Fixture>
{
    public sealed class Fixture : Team
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Auth:AnonymousRead", "false"), .. base.Settings];
    }

    [Theory]
    [InlineData(Api.Books)]
    [InlineData(Api.BooksV2)]
    [InlineData("/api/books")]
    [InlineData("/api/v1/books/1")]
    [InlineData("/api/v1/books/facets")]
    [InlineData("/api/v1/books/search?q=ab")]
    [InlineData("/api/v1/authors")]
    [InlineData("/api/v1/authors/1")]
    [InlineData("/api/v1/authors/1/books")]
    [InlineData("/api/v1/books/1/reviews")]
    [InlineData("/api/v1/reviews/1")]
    [InlineData("/api/v1/isbn/9780441013593")]
    public async Task The_catalogue_is_for_users_alone(string path)
    {
        (await team.Api.Get(path)).ShouldBeProblem(401, "unauthenticated");
        (await team.Api.Send(HttpMethod.Head, path)).ShouldBe(401);
        Assert.NotEqual(401, (await team.Api.Get(path, team.Viewer)).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/openapi.json")]
    [InlineData("/docs")]
    [InlineData("/problems/not-found")]
    public async Task What_says_nothing_of_the_catalogue_is_for_everybody(string path) => (await team.Api.Get(path)).ShouldBe(200);
}
