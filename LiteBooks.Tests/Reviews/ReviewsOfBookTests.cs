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
        var approved = await app.NewReview(app.Viewer, "approved", book, TestReviews.Minimal(4));
        await app.NewReview(app.Viewer, "pending", book, TestReviews.Minimal(1));
        await app.NewReview(app.Viewer, "rejected", book, TestReviews.Minimal(1));

        var read = (await app.Api.Get(TestReviews.Of(book))).ShouldBe(200);

        Assert.Equal([approved.Id()], read.Json.Ids());
        Assert.Equal(approved.GetRawText(), read.Json.GetProperty("items")[0].GetRawText());
        Assert.Equal((1, "4", 1), (read.Json.GetProperty("total").GetInt32(), Average(read.Json), Count(read.Json)));
        foreach (var person in new[] { app.Viewer, app.Editor, app.Admin })
            Assert.Equal(read.Text, (await app.Api.Get(TestReviews.Of(book), person)).Text);
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
            await app.NewReview(app.Viewer, "approved", book, TestReviews.Minimal(rating[0] - '0'));

        Assert.Equal(average, Average((await app.Api.Get(TestReviews.Of(book))).ShouldBe(200).Json));
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
        var (book, _) = await app.NewShelf(5);
        var page = (await app.Api.Get(TestReviews.Of(book))).ShouldBe(200);
        Assert.Equal("no-cache", page.Header("Cache-Control"));
        (await app.Api.Get(TestReviews.Of(book), ("If-None-Match", page.ETag))).ShouldBe(304);

        await app.NewReview(app.Other, "approved", book);

        (await app.Api.Get(TestReviews.Of(book), ("If-None-Match", page.ETag))).ShouldBe(200);
    }

    [Fact]
    public async Task Every_address_of_the_list_is_the_same_list()
    {
        var (book, ids) = await app.NewShelf(5, 4);

        foreach (var address in new[] { TestReviews.Of(book) + "/", $"/api/books/{book}/reviews", TestReviews.Of(book) + "?fields=id" })
            Assert.Equal(ids.Reverse(), (await app.Api.Get(address)).ShouldBe(200).Json.Ids());
        Assert.Equal("GET, HEAD, OPTIONS, POST", (await app.Api.Send(HttpMethod.Options, TestReviews.Of(book))).ShouldBe(204).Header("Allow"));
        (await app.Api.Delete(TestReviews.Of(book))).ShouldBeProblem(405, "method_not_allowed");
    }

    [Fact]
    public async Task Version_2_of_the_book_agrees()
    {
        var (book, _) = await app.NewShelf(5, 4, 4);

        var data = (await app.Api.Get($"{Api.BooksV2}/{book}")).ShouldBe(200).Json.GetProperty("data");

        Assert.Equal("""{"average":4.33,"count":3}""", data.GetProperty("rating").GetRawText());
        Assert.Equal(3, (await app.Api.Get(data.GetProperty("links").Text("reviews")!)).ShouldBe(200).Json.GetProperty("total").GetInt32());
    }

    private static string Average(JsonElement page) => page.GetProperty("average_rating").GetRawText();

    private static int Count(JsonElement page) => page.GetProperty("rating_count").GetInt32();
}
