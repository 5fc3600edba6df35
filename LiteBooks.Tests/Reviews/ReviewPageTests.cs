using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>GET /api/v1/books/{id}/reviews: its order, filter and pages.</summary>
public sealed class ReviewPageTests(ReviewFixture app) : IClassFixture<ReviewFixture>
{
    [Fact]
    public async Task The_newest_come_first_unless_another_order_is_asked_for()
    {
        var (book, all) = await app.NewShelf(3, 5, 3, 1);

        Assert.Equal(Pick(all, 3, 2, 1, 0), await Ids(book, ""));
        Assert.Equal(Pick(all, 0, 1, 2, 3), await Ids(book, "sort_order=asc"));
        Assert.Equal(Pick(all, 1, 2, 0, 3), await Ids(book, "sort_by=rating"));
        Assert.Equal(Pick(all, 3, 0, 2, 1), await Ids(book, "sort_by=rating&sort_order=asc"));
        Assert.Equal(Pick(all, 2, 0), await Ids(book, "rating=3"));
        Assert.Empty(await Ids(book, "rating=2"));
        Assert.Equal(Pick(all, 3, 2, 1, 0), await Ids(book, "status=pending&unknown=1"));
    }

    [Fact]
    public async Task A_filter_narrows_the_page_but_not_the_rating_of_the_book()
    {
        var (book, _) = await app.NewShelf(5, 1, 1);

        var page = (await app.Api.Get(TestReviews.Of(book) + "?rating=1")).ShouldBe(200).Json;

        Assert.Equal((2, "2.33", 3), (page.GetProperty("total").GetInt32(), Average(page), Count(page)));
    }

    [Fact]
    public async Task Pages_do_not_overlap_and_link_to_their_neighbours()
    {
        var (book, ids) = await app.NewShelf(1, 2, 3, 4, 5);

        var second = (await app.Api.Get(TestReviews.Of(book) + "?per_page=2&page=2")).ShouldBe(200);

        Assert.Equal(Pick(ids, 2, 1), second.Json.Ids());
        Assert.Equal((5, 2, 2, 3, true, true), Paging(second.Json));
        Assert.Equal(("5", "3"), (second.Header("X-Total-Count"), second.Header("X-Total-Pages")));
        Assert.Equal(["first", "last", "next", "prev"], second.Links.Keys.Order());
        Assert.Equal(Pick(ids, 0), (await app.Api.Get(second.Links["next"])).ShouldBe(200).Json.Ids());
        Assert.Equal(Pick(ids, 4, 3), (await app.Api.Get(second.Links["prev"])).ShouldBe(200).Json.Ids());
        var past = (await app.Api.Get(TestReviews.Of(book) + "?per_page=2&page=9223372036854775807")).ShouldBe(200).Json;
        Assert.Empty(past.Ids());
        Assert.Equal(("3", 5), (Average(past), Count(past)));
    }

    [Theory]
    [InlineData("rating=0", "rating", "out_of_range")]
    [InlineData("rating=6", "rating", "out_of_range")]
    [InlineData("rating=4.5", "rating", "wrong_type")]
    [InlineData("sort_by=status", "sort_by", "not_in_list")]
    [InlineData("sort_order=down", "sort_order", "not_in_list")]
    [InlineData("page=0", "page", "out_of_range")]
    [InlineData("per_page=0", "per_page", "out_of_range")]
    [InlineData("per_page=101", "per_page", "out_of_range")]
    [InlineData("fields=user_id", "fields", "unknown_field")]
    public async Task A_parameter_outside_its_bounds_is_invalid(string query, string field, string code) =>
        (await app.Api.Get($"{TestReviews.Of(await app.NewBook())}?{query}")).ShouldBeInvalid((field, code));

    [Fact]
    public async Task The_bounds_themselves_are_valid()
    {
        var book = await app.NewBook();
        foreach (var query in new[] { "rating=1", "rating=5", "per_page=1", "per_page=100", "page=1" })
            (await app.Api.Get($"{TestReviews.Of(book)}?{query}")).ShouldBe(200);
    }

    private async Task<IEnumerable<long>> Ids(long book, string query) => (await app.Api.Get($"{TestReviews.Of(book)}?{query}")).ShouldBe(200).Json.Ids();

    private static IEnumerable<long> Pick(IReadOnlyList<long> ids, params int[] places) => places.Select(place => ids[place]);

    private static string Average(JsonElement page) => page.GetProperty("average_rating").GetRawText();

    private static int Count(JsonElement page) => page.GetProperty("rating_count").GetInt32();

    private static (int, int, int, int, bool, bool) Paging(JsonElement page) =>
        (page.GetProperty("total").GetInt32(), page.GetProperty("page").GetInt32(), page.GetProperty("per_page").GetInt32(), page.GetProperty("total_pages").GetInt32(), page.GetProperty("has_next").GetBoolean(), page.GetProperty("has_prev").GetBoolean());
}
