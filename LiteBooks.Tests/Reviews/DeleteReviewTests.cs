using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>DELETE /api/v1/reviews/{id}.</summary>
public sealed class DeleteReviewTests(ReviewFixture app) : IClassFixture<ReviewFixture>
{
    [Theory]
    [InlineData("viewer", "pending")]
    [InlineData("viewer", "approved")]
    [InlineData("viewer", "rejected")]
    [InlineData("editor", "pending")]
    [InlineData("editor", "approved")]
    [InlineData("admin", "rejected")]
    public async Task Authors_delete_their_own_and_moderators_any(string name, string status)
    {
        var review = await app.NewReview(app.Viewer, status);

        var answer = (await app.Api.Delete(TestReviews.At(review), app.As(name))).ShouldBe(204);

        Assert.Empty(answer.Body);
        (await app.Api.Get(TestReviews.At(review), app.Editor)).ShouldBeProblem(404, "not_found");
        (await app.Api.Delete(TestReviews.At(review), app.Editor)).ShouldBeProblem(404, "not_found");
    }

    [Theory]
    [InlineData("pending", 404, "not_found")]
    [InlineData("rejected", 404, "not_found")]
    [InlineData("approved", 403, "forbidden")]
    public async Task A_review_of_somebody_else_is_forbidden_if_it_is_public_and_else_not_there(string status, int expected, string code)
    {
        var review = await app.NewReview(app.Viewer, status);

        (await app.Api.Delete(TestReviews.At(review), app.Other)).ShouldBeProblem(expected, code);
        (await app.Api.Delete(TestReviews.At(review), app.Other, ("If-Match", "\"other\""))).ShouldBeProblem(expected, code);
        (await app.Api.Delete(TestReviews.At(review))).ShouldBeProblem(401, "unauthenticated");

        Assert.Equal(review.GetRawText(), (await app.Api.Get(TestReviews.At(review), app.Viewer)).ShouldBe(200).Text);
    }

    [Fact]
    public async Task An_id_is_never_given_twice()
    {
        var first = await app.NewReview(app.Viewer, "pending");
        (await app.Api.Delete(TestReviews.At(first), app.Viewer)).ShouldBe(204);

        Assert.True((await app.NewReview(app.Viewer, "pending")).Id() > first.Id());
    }
}
