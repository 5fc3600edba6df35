using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>While a server has no users, its own machine may do everything and others may only read.</summary>
public sealed class UnclaimedReviewTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static readonly (string Name, string Value) FromElsewhere = ("X-Forwarded-For", "203.0.113.7");

    [Fact]
    public async Task The_machine_itself_reviews_moderates_and_deletes()
    {
        var book = (await app.Api.Create()).Id();
        var review = (await app.Api.Post(TestReviews.Of(book), TestReviews.Full())).ShouldBe(201).Json;

        Assert.Equal("pending", (await app.Api.Get(TestReviews.At(review))).ShouldBe(200).Json.Text("status"));
        var queue = (await app.Api.Get($"{TestReviews.Path}?book_id={book}")).ShouldBe(200).Json;
        Assert.Equal([review.Id()], queue.Ids());
        Assert.Equal("null", queue.GetProperty("items")[0].GetProperty("user_id").GetRawText());
        (await app.Api.Patch(TestReviews.At(review), TestReviews.Status("approved"))).ShouldBe(200);
        Assert.Equal("approved", (await app.Api.Patch(TestReviews.At(review), """{"rating":1}""")).ShouldBe(200).Json.Text("status"));
        (await app.Api.Delete(TestReviews.At(review))).ShouldBe(204);
        using var database = TestDatabase.Connect(app.DatabasePath);
        Assert.Equal("NULL|(anonymous)", database.Rows("SELECT user_id, username FROM audit WHERE resource = 'reviews' AND resource_id = @p0", review.Id())[0]);
    }

    [Fact]
    public async Task Where_nobody_is_signed_in_a_review_needs_a_name()
    {
        var address = TestReviews.Of((await app.Api.Create()).Id());

        (await app.Api.Post(address, TestReviews.Minimal())).ShouldBeInvalid(("reviewer_name", "required"));
        (await app.Api.Post(address, TestReviews.Minimal().With("reviewer_name", null))).ShouldBeInvalid(("reviewer_name", "required"));
        (await app.Api.Post(address, "{}")).ShouldBeInvalid(("rating", "required"), ("reviewer_name", "required"));
        Assert.Equal("N", (await app.Api.Post(address, TestReviews.Minimal().With("reviewer_name", " N "))).ShouldBe(201).Json.Text("reviewer_name"));
    }

    [Fact]
    public async Task Whoever_comes_from_elsewhere_reads_what_is_approved_and_no_more()
    {
        var book = (await app.Api.Create()).Id();
        var review = (await app.Api.Post(TestReviews.Of(book), TestReviews.Full())).ShouldBe(201).Json;

        (await app.Api.Get(TestReviews.At(review), FromElsewhere)).ShouldBeProblem(404, "not_found");
        (await app.Api.Post(TestReviews.Of(book), TestReviews.Full(), FromElsewhere)).ShouldBeProblem(401, "unauthenticated");
        (await app.Api.Patch(TestReviews.At(review), TestReviews.Status("approved"), FromElsewhere)).ShouldBeProblem(401, "unauthenticated");
        (await app.Api.Delete(TestReviews.At(review), FromElsewhere)).ShouldBeProblem(401, "unauthenticated");
        (await app.Api.Get(TestReviews.Path, FromElsewhere)).ShouldBeProblem(401, "unauthenticated");

        (await app.Api.Patch(TestReviews.At(review), TestReviews.Status("approved"))).ShouldBe(200);
        (await app.Api.Get(TestReviews.At(review), FromElsewhere)).ShouldBe(200);
        Assert.Equal([review.Id()], (await app.Api.Get(TestReviews.Of(book), FromElsewhere)).ShouldBe(200).Json.Ids());
    }
}
