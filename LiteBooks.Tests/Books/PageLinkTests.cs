using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>What the headers of a page say: Link (RFC 8288) and the totals.</summary>
public sealed class PageLinkTests(ShelfFixture app) : IClassFixture<ShelfFixture>
{
    [Theory]
    [InlineData("", "8", "1", null, null, 1)]
    [InlineData("per_page=3", "8", "3", null, 2, 3)]
    [InlineData("per_page=3&page=2", "8", "3", 1, 3, 3)]
    [InlineData("per_page=3&page=3", "8", "3", 2, null, 3)]
    [InlineData("per_page=3&page=4", "8", "3", 3, null, 3)]
    [InlineData("per_page=3&page=1000", "8", "3", 3, null, 3)]
    [InlineData("genre=none", "0", "0", null, null, 1)]
    [InlineData("genre=novel&per_page=2", "3", "2", null, 2, 2)]
    public async Task A_page_links_to_its_neighbours_and_to_both_ends(string query, string total, string pages, int? previous, int? next, int last)
    {
        foreach (var list in new[] { Api.Books, Api.BooksV2, "/api/books" })
        {
            var answer = (await app.Api.Get($"{list}?{query}")).ShouldBe(200);

            Assert.Equal((total, pages), (answer.Header("X-Total-Count"), answer.Header("X-Total-Pages")));
            Assert.Equal(("1", $"{last}"), (PageOf(answer, "first"), PageOf(answer, "last")));
            Assert.Equal((previous?.ToString(), next?.ToString()), (PageOf(answer, "prev"), PageOf(answer, "next")));
            Assert.All(answer.Links.Values, link => Assert.StartsWith(list + "?", link, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_link_keeps_every_other_parameter()
    {
        var answer = (await app.Api.Get(Api.Books + "?page=1&per_page=1&genres=novel&genres=travel&search=%C3%A9m%26%3D%25&unknown=a%20b")).ShouldBe(200);

        var parameters = Parameters(answer.Links["last"]);
        Assert.Equal(["genres=novel", "genres=travel", "page=1", "per_page=1", "search=ém&=%", "unknown=a b"], parameters.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_next_links_lead_through_the_whole_list_and_the_prev_links_back()
    {
        var whole = (await app.Api.List("sort_by=title&fields=id")).Ids().ToList();
        var (there, back) = (new List<long>(), new List<long>());

        var answer = await app.Api.Get(Api.Books + "/?sort_by=title&per_page=3&fields=id");
        there.AddRange(answer.Json.Ids());
        while (answer.Links.TryGetValue("next", out var next))
        {
            answer = (await app.Api.Get(next)).ShouldBe(200);
            there.AddRange(answer.Json.Ids());
        }
        back.AddRange(answer.Json.Ids());
        while (answer.Links.TryGetValue("prev", out var previous))
        {
            answer = (await app.Api.Get(previous)).ShouldBe(200);
            back.InsertRange(0, answer.Json.Ids());
        }

        Assert.Equal(whole, there);
        Assert.Equal(whole, back);
    }

    private static string? PageOf(Answer answer, string relation) =>
        answer.Links.TryGetValue(relation, out var link) ? Parameters(link).Single(parameter => parameter.StartsWith("page=", StringComparison.Ordinal))[5..] : null;

    private static List<string> Parameters(string link) => [.. link[(link.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Select(Uri.UnescapeDataString)];
}
