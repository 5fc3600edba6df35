using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>GET /api/v1/reviews: the queue of the moderators.</summary>
public sealed class ModerationTests(ReviewFixture app) : IClassFixture<ReviewFixture>
{
    [Fact]
    public async Task The_queue_holds_what_is_pending_the_oldest_first()
    {
        var shelf = await Shelf();

        Assert.Equal([shelf["pending"], shelf["second"]], await Ids(shelf, ""));
        Assert.Equal([shelf["pending"], shelf["second"]], await Ids(shelf, "status=pending"));
        Assert.Equal([shelf["pending"], shelf["second"]], await Ids(shelf, "status=&statuses="));
        Assert.Equal([shelf["second"], shelf["pending"]], await Ids(shelf, "sort_order=desc"));
    }

    [Fact]
    public async Task Other_statuses_are_there_for_the_asking()
    {
        var shelf = await Shelf();

        Assert.Equal([shelf["approved"]], await Ids(shelf, "status=approved"));
        Assert.Equal([shelf["rejected"]], await Ids(shelf, "statuses=rejected"));
        Assert.Equal([shelf["approved"], shelf["rejected"]], await Ids(shelf, "statuses=rejected&statuses=approved"));
        Assert.Equal([shelf["pending"], shelf["approved"], shelf["rejected"], shelf["second"]], await Ids(shelf, "statuses=rejected&statuses=approved&statuses=pending"));
        Assert.Empty(await Ids(shelf, "status=pending&statuses=approved"));
    }

    [Fact]
    public async Task Ratings_filter_and_sort_it()
    {
        var shelf = await Shelf();

        Assert.Equal([shelf["second"]], await Ids(shelf, "rating=2"));
        Assert.Equal([shelf["second"], shelf["pending"]], await Ids(shelf, "sort_by=rating"));
        Assert.Empty(await Ids(shelf, "rating=3"));
    }

    [Fact]
    public async Task A_moderator_sees_whose_review_it_is()
    {
        var review = (await app.NewReview(app.Viewer)).Json;

        var item = (await Page($"book_id={review.GetProperty("book_id")}", app.Admin)).GetProperty("items")[0];

        Assert.Equal(["id", "book_id", "user_id", "reviewer_name", "rating", "title", "body", "status", "created_at", "updated_at"], item.Names());
        Assert.Equal(app.IdOf("viewer"), item.GetProperty("user_id").GetInt64());
        foreach (var member in review.EnumerateObject())
            Assert.Equal(member.Value.GetRawText(), item.GetProperty(member.Name).GetRawText());
    }

    [Fact]
    public async Task It_comes_in_pages()
    {
        var shelf = await Shelf();
        var answer = (await app.Api.Get($"{TestReviews.Path}/?book_id={shelf["book"]}&statuses=pending&statuses=approved&statuses=rejected&per_page=3&page=2&fields=id", app.Editor)).ShouldBe(200);

        Assert.Equal($$"""{"items":[{"id":{{shelf["second"]}}}],"total":4,"page":2,"per_page":3,"total_pages":2,"has_next":false,"has_prev":true}""", answer.Text);
        Assert.Equal(("4", "2"), (answer.Header("X-Total-Count"), answer.Header("X-Total-Pages")));
        Assert.Equal(3, (await app.Api.Get(answer.Links["prev"], app.Editor)).ShouldBe(200).Json.Ids().Count());
        Assert.Equal(("Authorization", "no-cache"), (answer.Header("Vary"), answer.Header("Cache-Control")));
        (await app.Api.Get(TestReviews.Path, app.Editor, ("If-None-Match", (await app.Api.Get(TestReviews.Path, app.Admin)).ETag))).ShouldBe(304);
    }

    [Fact]
    public async Task It_is_for_moderators_alone()
    {
        (await app.Api.Get(TestReviews.Path)).ShouldBeProblem(401, "unauthenticated");
        (await app.Api.Get(TestReviews.Path, app.Viewer)).ShouldBeProblem(403, "forbidden");
        (await app.Api.Post(TestReviews.Path, TestReviews.Full(), app.Admin)).ShouldBeProblem(405, "method_not_allowed");
    }

    [Theory]
    [InlineData("status=all", "status", "not_in_list")]
    [InlineData("statuses=pending&statuses=none", "statuses", "not_in_list")]
    [InlineData("book_id=0", "book_id", "out_of_range")]
    [InlineData("book_id=one", "book_id", "wrong_type")]
    [InlineData("rating=0", "rating", "out_of_range")]
    [InlineData("rating=6", "rating", "out_of_range")]
    [InlineData("sort_by=status", "sort_by", "not_in_list")]
    [InlineData("sort_order=down", "sort_order", "not_in_list")]
    [InlineData("page=0", "page", "out_of_range")]
    [InlineData("per_page=101", "per_page", "out_of_range")]
    public async Task A_parameter_outside_its_bounds_is_invalid(string query, string field, string code) =>
        (await app.Api.Get($"{TestReviews.Path}?{query}", app.Editor)).ShouldBeInvalid((field, code));

    [Fact]
    public async Task All_faults_of_a_query_come_at_once() =>
        (await app.Api.Get(TestReviews.Path + "?status=x&book_id=0&rating=9&page=0", app.Editor))
            .ShouldBeInvalid(("status", "not_in_list"), ("book_id", "out_of_range"), ("rating", "out_of_range"), ("page", "out_of_range"));

    [Fact]
    public async Task A_book_that_is_not_there_has_nothing_to_moderate() => Assert.Empty((await Page("book_id=9223372036854775807", app.Editor)).Ids());

    // A book with a review of each status, and one more that is pending, in this order.
    private async Task<Dictionary<string, long>> Shelf()
    {
        var shelf = new Dictionary<string, long> { ["book"] = await app.NewBook() };
        foreach (var status in new[] { "pending", "approved", "rejected" })
            shelf.Add(status, (await app.NewReview(app.Viewer, status, shelf["book"])).Id());
        shelf.Add("second", (await app.NewReview(app.Other, "pending", shelf["book"], TestReviews.Minimal(2))).Id());
        return shelf;
    }

    private async Task<IEnumerable<long>> Ids(Dictionary<string, long> shelf, string query) => (await Page($"book_id={shelf["book"]}&{query}", app.Editor)).Ids();

    private async Task<JsonElement> Page(string query, (string Name, string Value) person) => (await app.Api.Get($"{TestReviews.Path}?{query}", person)).ShouldBe(200).Json;
}
