using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>GET /api/v1/books/{id}/reviews: the page that readers see.</summary>
public sealed class ReviewsOfBookTests(ReviewFixture app) : IClassFixture<ReviewFixture>
{
    [Fact]
    public async Task A_book_without_reviews_has_no_average()
    {
        var answer = (await app.Api.Get(TestReviews.Of(await app.NewBook()))).ShouldBe(200);

        Assert.Equal("""{"items":[],"total":0,"page":1,"per_page":20,"total_pages":0,"has_next":false,"has_prev":false,"average_rating":null,"rating_count":0}""", answer.Text);
    }

    [Fact]
    public async Task Only_approved_reviews_are_shown_and_counted_whoever_asks()
    {
        var book = await app.NewBook();
        var approved = await app.NewReview(app.Ann, "approved", book, TestReviews.Minimal(4));
        await app.NewReview(app.Ann, "pending", book, TestReviews.Minimal(1));
        await app.NewReview(app.Ann, "rejected", book, TestReviews.Minimal(1));

        var read = (await app.Api.Get(TestReviews.Of(book))).ShouldBe(200);

        Assert.Equal([approved.Id()], read.Json.Ids());
        Assert.Equal(approved.GetRawText(), read.Json.GetProperty("items")[0].GetRawText());
        Assert.Equal((1, "4", 1), (read.Json.GetProperty("total").GetInt32(), Average(read.Json), Count(read.Json)));
        foreach (var person in new[] { app.Ann, app.Editor, app.Admin })
            Assert.Equal(read.Text, (await app.Api.Get(TestReviews.Of(book), person.Token)).Text);
    }

    [Theory]
    [InlineData("5,4,4", "4.33")]
    [InlineData("5,5,4", "4.67")]
    [InlineData("1,2", "1.5")]
    [InlineData("5,5", "5")]
    [InlineData("1,1,1,1,1,1,1,2", "1.13")]
    public async Task The_average_has_two_decimals(string ratings, string average)
    {
        var book = await app.NewBook();
        foreach (var rating in ratings.Split(','))
            await app.NewReview(app.Ann, "approved", book, TestReviews.Minimal(rating[0] - '0'));

        Assert.Equal(average, Average((await app.Api.Get(TestReviews.Of(book))).ShouldBe(200).Json));
    }

    [Fact]
    public async Task The_newest_come_first_unless_another_order_is_asked_for()
    {
        var (book, ids) = await Shelf(3, 5, 3, 1);
        var all = ids.ToList();

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
        var (book, _) = await Shelf(5, 1, 1);

        var page = (await app.Api.Get(TestReviews.Of(book) + "?rating=1")).ShouldBe(200).Json;

        Assert.Equal((2, "2.33", 3), (page.GetProperty("total").GetInt32(), Average(page), Count(page)));
    }

    [Fact]
    public async Task Pages_do_not_overlap_and_link_to_their_neighbours()
    {
        var (book, ids) = await Shelf(1, 2, 3, 4, 5);

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

    [Fact]
    public async Task A_book_that_is_not_there_has_no_reviews()
    {
        foreach (var id in new[] { "0", "-1", "999999", "9223372036854775808" })
            (await app.Api.Get($"{Api.Books}/{id}/reviews")).ShouldBeProblem(404, "not_found");
        (await app.Api.Get(Api.Books + "/abc/reviews")).ShouldBeInvalid(("id", "wrong_type"));
    }

    [Fact]
    public async Task What_one_has_already_is_not_sent_again_until_it_changes()
    {
        var (book, _) = await Shelf(5);
        var page = (await app.Api.Get(TestReviews.Of(book))).ShouldBe(200);
        Assert.Equal("no-cache", page.Header("Cache-Control"));
        (await app.Api.Get(TestReviews.Of(book), ("If-None-Match", page.ETag))).ShouldBe(304);

        await app.NewReview(app.Ben, "approved", book);

        (await app.Api.Get(TestReviews.Of(book), ("If-None-Match", page.ETag))).ShouldBe(200);
    }

    [Fact]
    public async Task Every_address_of_the_list_is_the_same_list()
    {
        var (book, ids) = await Shelf(5, 4);

        foreach (var address in new[] { TestReviews.Of(book) + "/", $"/api/books/{book}/reviews", TestReviews.Of(book) + "?fields=id" })
            Assert.Equal(ids.Reverse(), (await app.Api.Get(address)).ShouldBe(200).Json.Ids());
        Assert.Equal("GET, HEAD, OPTIONS, POST", (await app.Api.Send(HttpMethod.Options, TestReviews.Of(book))).ShouldBe(204).Header("Allow"));
        (await app.Api.Delete(TestReviews.Of(book))).ShouldBeProblem(405, "method_not_allowed");
    }

    [Fact]
    public async Task Version_2_of_the_book_agrees()
    {
        var (book, _) = await Shelf(5, 4, 4);

        var data = (await app.Api.Get($"{Api.BooksV2}/{book}")).ShouldBe(200).Json.GetProperty("data");

        Assert.Equal("""{"average":4.33,"count":3}""", data.GetProperty("rating").GetRawText());
        Assert.Equal(3, (await app.Api.Get(data.GetProperty("links").Text("reviews")!)).ShouldBe(200).Json.GetProperty("total").GetInt32());
    }

    private async Task<(long Book, IReadOnlyList<long> Ids)> Shelf(params int[] ratings)
    {
        var (book, ids) = (await app.NewBook(), new List<long>());
        foreach (var rating in ratings)
            ids.Add((await app.NewReview(app.Ann, "approved", book, TestReviews.Minimal(rating))).Id());
        return (book, ids);
    }

    private async Task<IEnumerable<long>> Ids(long book, string query) => (await app.Api.Get($"{TestReviews.Of(book)}?{query}")).ShouldBe(200).Json.Ids();

    private static IEnumerable<long> Pick(IReadOnlyList<long> ids, params int[] places) => places.Select(place => ids[place]);

    private static string Average(JsonElement page) => page.GetProperty("average_rating").GetRawText();

    private static int Count(JsonElement page) => page.GetProperty("rating_count").GetInt32();

    private static (int, int, int, int, bool, bool) Paging(JsonElement page) =>
        (page.GetProperty("total").GetInt32(), page.GetProperty("page").GetInt32(), page.GetProperty("per_page").GetInt32(), page.GetProperty("total_pages").GetInt32(), page.GetProperty("has_next").GetBoolean(), page.GetProperty("has_prev").GetBoolean());
}
