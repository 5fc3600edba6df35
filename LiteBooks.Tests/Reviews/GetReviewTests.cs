using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>GET /api/v1/reviews/{id}: who sees what.</summary>
public sealed class GetReviewTests(ReviewFixture app) : IClassFixture<ReviewFixture>
{
    [Fact]
    public async Task An_approved_review_is_there_for_everybody_and_the_same()
    {
        var review = await app.NewReview(app.Viewer, "approved");

        var read = (await app.Api.Get(TestReviews.At(review))).ShouldBe(200);
        Assert.Equal(("approved", "A classic"), (read.Json.Text("status"), read.Json.Text("title")));
        foreach (var person in new[] { app.Viewer, app.Other, app.Editor, app.Admin })
        {
            var same = (await app.Api.Get(TestReviews.At(review), person)).ShouldBe(200);
            Assert.Equal((read.Text, read.ETag), (same.Text, same.ETag));
        }
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("rejected")]
    public async Task Any_other_is_there_for_its_author_and_for_editors_alone(string status)
    {
        var review = await app.NewReview(app.Viewer, status);

        foreach (var person in new[] { app.Viewer, app.Editor, app.Admin })
            Assert.Equal(status, (await app.Api.Get(TestReviews.At(review), person)).ShouldBe(200).Json.Text("status"));
        (await app.Api.Get(TestReviews.At(review))).ShouldBeProblem(404, "not_found");
        (await app.Api.Get(TestReviews.At(review), app.Other)).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task A_hidden_review_is_told_as_one_that_there_is_not()
    {
        var review = await app.NewReview(app.Viewer, "rejected");
        var hidden = (await app.Api.Get(TestReviews.At(review), app.Other)).ShouldBeProblem(404, "not_found");

        (await app.Api.Delete(TestReviews.At(review), app.Viewer)).ShouldBe(204);
        var gone = (await app.Api.Get(TestReviews.At(review), app.Other)).ShouldBeProblem(404, "not_found");

        foreach (var member in new[] { "type", "title", "detail", "instance" })
            Assert.Equal(gone.Json.Text(member), hidden.Json.Text(member));
    }

    [Fact]
    public async Task Every_answer_varies_by_who_asks()
    {
        var review = await app.NewReview(app.Viewer, "pending");

        var shown = (await app.Api.Get(TestReviews.At(review), app.Viewer)).ShouldBe(200);
        Assert.Equal(("Authorization", "no-cache"), (shown.Header("Vary"), shown.Header("Cache-Control")));
        Assert.Equal("Authorization", (await app.Api.Get(TestReviews.At(review), app.Viewer, ("If-None-Match", shown.ETag))).ShouldBe(304).Header("Vary"));
        Assert.Equal("Authorization", (await app.Api.Get(TestReviews.At(review))).ShouldBe(404).Header("Vary"));
    }

    [Fact]
    public async Task The_tag_of_a_hidden_review_does_not_give_it_away()
    {
        var review = await app.NewReview(app.Viewer, "pending");
        var tag = (await app.Api.Get(TestReviews.At(review), app.Viewer)).ETag;

        (await app.Api.Get(TestReviews.At(review), ("If-None-Match", tag))).ShouldBeProblem(404, "not_found");
        (await app.Api.Get(TestReviews.At(review), ("If-None-Match", "*"))).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task Fields_envelope_and_HEAD_work_as_everywhere()
    {
        var address = TestReviews.At(await app.NewReview(app.Viewer, "approved"));

        Assert.Equal(["id", "rating"], (await app.Api.Get(address + "?fields=rating,id")).ShouldBe(200).Json.Names());
        Assert.Equal("approved", (await app.Api.Get(address + "/?envelope=true")).ShouldBe(200).Json.GetProperty("data").Text("status"));
        (await app.Api.Get(address + "?fields=user_id")).ShouldBeInvalid(("fields", "unknown_field"));
        var head = (await app.Api.Send(HttpMethod.Head, address)).ShouldBe(200);
        Assert.Equal((await app.Api.Get(address)).ETag, head.ETag);
        Assert.Equal("DELETE, GET, HEAD, OPTIONS, PATCH", (await app.Api.Send(HttpMethod.Options, address)).ShouldBe(204).Header("Allow"));
    }

    [Fact]
    public async Task An_id_that_no_review_has_is_not_found_by_any_method()
    {
        foreach (var id in new[] { "0", "-1", "999999", "9223372036854775807", "9223372036854775808" })
        {
            (await app.Api.Get($"{TestReviews.Path}/{id}")).ShouldBeProblem(404, "not_found");
            (await app.Api.Patch($"{TestReviews.Path}/{id}", TestReviews.Status("approved"), app.Editor)).ShouldBeProblem(404, "not_found");
            (await app.Api.Delete($"{TestReviews.Path}/{id}", app.Editor)).ShouldBeProblem(404, "not_found");
        }
        (await app.Api.Get(TestReviews.Path + "/abc")).ShouldBeInvalid(("id", "wrong_type"));
    }

    [Fact]
    public async Task A_review_stays_when_its_author_goes()
    {
        var author = await app.Join("short_lived", "viewer");
        var review = await app.NewReview(app.As("short_lived"), "approved");

        (await app.Api.Delete(TestUsers.At(author.Id), app.Admin)).ShouldBe(204);

        Assert.Equal("A Reader", (await app.Api.Get(TestReviews.At(review))).ShouldBe(200).Json.Text("reviewer_name"));
        (await app.Api.Patch(TestReviews.At(review), """{"title":"Mine?"}""", app.Other)).ShouldBeProblem(403, "forbidden");
        (await app.Api.Get(TestReviews.At(review), Team.Bearer(author.Token))).ShouldBeProblem(401, "invalid_token");
    }

    [Fact]
    public async Task The_reviews_of_a_book_go_with_it()
    {
        var review = await app.NewReview(app.Viewer, "approved");

        (await app.Api.Delete(TestBooks.At(review.GetProperty("book_id").GetInt64()), app.Editor)).ShouldBe(204);

        (await app.Api.Get(TestReviews.At(review), app.Editor)).ShouldBeProblem(404, "not_found");
        (await app.Api.Get(TestReviews.Of(review.GetProperty("book_id").GetInt64()))).ShouldBeProblem(404, "not_found");
    }
}
