using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary><c>sort_by=relevance</c>: the better a title fits the search, the earlier it comes.</summary>
public sealed class RelevanceTests(RelevanceTests.Fixture app) : IClassFixture<RelevanceTests.Fixture>
{
    private static readonly string[] Best = ["ÉMA", "Ema and others", "About Ema", "Cinema", "By its author"];

    public sealed class Fixture : AppFixture
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            foreach (var place in new[] { 2, 4, 0, 3, 1 })
                await Api.Create(TestBooks.Minimal().With("title", Best[place]).With("author_name", place == 4 ? "Ema Writer" : "A B"));
            await Api.Create(TestBooks.Minimal().With("title", "Something else"));
        }
    }

    [Fact]
    public async Task The_best_come_first()
    {
        Assert.Equal(Best, (await app.Api.List("search=ema&sort_by=relevance")).Titles());
        Assert.Equal(Best.Reverse(), (await app.Api.List("search=ema&sort_by=relevance&sort_order=asc")).Titles());
    }

    [Fact]
    public async Task It_can_be_walked_by_cursor()
    {
        var titles = new List<string?>();
        for (var next = Api.Books + "/cursor?search=ema&sort_by=relevance&limit=2"; next is not null;)
        {
            var answer = (await app.Api.Get(next)).ShouldBe(200);
            titles.AddRange(answer.Json.Titles());
            next = answer.Links.GetValueOrDefault("next");
        }

        Assert.Equal(Best, titles);
    }

    [Theory]
    [InlineData(Api.Books + "?sort_by=relevance")]
    [InlineData(Api.Books + "/cursor?sort_by=relevance")]
    [InlineData(Api.BooksV2 + "?sort_by=relevance&genre=x")]
    public async Task Without_a_search_it_is_invalid(string path)
    {
        (await app.Api.Get(path)).ShouldBeProblem(422, "validation_failed").WithFaultsIn("sort_by");
    }
}
