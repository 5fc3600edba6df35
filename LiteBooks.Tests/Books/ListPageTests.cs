using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

public sealed class ListPageTests(ShelfFixture app) : IClassFixture<ShelfFixture>
{
    [Theory]
    [InlineData("", 8, 8, 1, 20, 1, false, false)]
    [InlineData("per_page=3", 3, 8, 1, 3, 3, true, false)]
    [InlineData("per_page=3&page=2", 3, 8, 2, 3, 3, true, true)]
    [InlineData("per_page=3&page=3", 2, 8, 3, 3, 3, false, true)]
    [InlineData("per_page=4&page=2", 4, 8, 2, 4, 2, false, true)]
    [InlineData("per_page=3&page=4", 0, 8, 4, 3, 3, false, true)]
    [InlineData("per_page=8", 8, 8, 1, 8, 1, false, false)]
    [InlineData("per_page=7", 7, 8, 1, 7, 2, true, false)]
    [InlineData("per_page=1&page=8", 1, 8, 8, 1, 8, false, true)]
    [InlineData("per_page=100", 8, 8, 1, 100, 1, false, false)]
    [InlineData("page=1000000", 0, 8, 1000000, 20, 1, false, true)]
    [InlineData("page=9223372036854775807&per_page=100", 0, 8, 9223372036854775807, 100, 1, false, true)]
    [InlineData("genre=none", 0, 0, 1, 20, 0, false, false)]
    [InlineData("genre=none&page=2", 0, 0, 2, 20, 0, false, true)]
    [InlineData("genre=novel&per_page=2", 2, 3, 1, 2, 2, true, false)]
    public async Task A_page_says_where_it_stands(string query, int items, long total, long page, int perPage, long pages, bool hasNext, bool hasPrev)
    {
        var answer = await app.Api.List(query);

        Assert.Equal(["items", "total", "page", "per_page", "total_pages", "has_next", "has_prev"], answer.Names());
        Assert.Equal(items, answer.GetProperty("items").GetArrayLength());
        Assert.Equal((total, page, perPage, pages), (Number(answer, "total"), Number(answer, "page"), (int)Number(answer, "per_page"), Number(answer, "total_pages")));
        Assert.Equal((hasNext, hasPrev), (answer.GetProperty("has_next").GetBoolean(), answer.GetProperty("has_prev").GetBoolean()));
    }

    [Theory]
    [InlineData("created_at")]
    [InlineData("title")]
    [InlineData("author")]
    [InlineData("price")]
    [InlineData("published_year")]
    public async Task Pages_never_overlap_and_miss_no_book(string sort)
    {
        foreach (var order in new[] { "asc", "desc" })
        {
            var whole = (await app.Api.List($"sort_by={sort}&sort_order={order}")).Ids().ToList();
            var paged = new List<long>();
            for (var page = 1; page <= 4; page++)
                paged.AddRange((await app.Api.List($"sort_by={sort}&sort_order={order}&per_page=2&page={page}")).Ids());

            Assert.Equal(8, whole.Distinct().Count());
            Assert.Equal(whole, paged);
        }
    }

    private static long Number(JsonElement answer, string member) => answer.GetProperty(member).GetInt64();
}
