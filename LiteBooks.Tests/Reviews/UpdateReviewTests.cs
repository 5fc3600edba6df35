using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>PATCH /api/v1/reviews/{id}: what authors and moderators may change.</summary>
public sealed class UpdateReviewTests(ReviewFixture app) : IClassFixture<ReviewFixture>
{
    private const string Content = """{"rating":2,"title":"Changed","body":"Otherwise.","reviewer_name":" Other "}""";

    [Theory]
    [InlineData("pending")]
    [InlineData("approved")]
    [InlineData("rejected")]
    public async Task What_its_author_changes_is_pending_again(string status)
    {
        var review = await app.NewReview(app.Viewer, status);

        var changed = (await app.Api.Patch(TestReviews.At(review), Content, app.Viewer)).ShouldBe(200);

        Assert.Equal((2, "Changed", "Otherwise.", "Other", "pending"), Shown(changed.Json));
        Assert.NotEqual(JsonValueKind.Null, changed.Json.GetProperty("updated_at").ValueKind);
        Assert.Equal(review.Text("created_at"), changed.Json.Text("created_at"));
        var read = (await app.Api.Get(TestReviews.At(review), app.Viewer)).ShouldBe(200);
        Assert.Equal((read.Text, read.ETag), (changed.Text, changed.ETag));
        (await app.Api.Get(TestReviews.At(review))).ShouldBeProblem(404, "not_found");
    }

    [Theory]
    [InlineData("editor", "pending")]
    [InlineData("editor", "approved")]
    [InlineData("admin", "rejected")]
    public async Task What_a_moderator_changes_keeps_its_status(string name, string status)
    {
        foreach (var author in new[] { app.Viewer, app.As(name) })
        {
            var review = await app.NewReview(author, status);

            Assert.Equal((2, "Changed", "Otherwise.", "Other", status), Shown((await app.Api.Patch(TestReviews.At(review), Content, app.As(name))).ShouldBe(200).Json));
        }
    }

    [Theory]
    [InlineData("editor")]
    [InlineData("admin")]
    public async Task A_moderator_decides_on_the_status_as_often_as_it_likes(string name)
    {
        var review = await app.NewReview(app.Viewer, "pending");
        foreach (var status in new[] { "approved", "rejected", "approved", "approved" })
            Assert.Equal(status, (await app.Api.Patch(TestReviews.At(review), TestReviews.Status(status), app.As(name))).ShouldBe(200).Json.Text("status"));
    }

    [Fact]
    public async Task A_moderator_may_change_and_approve_at_once()
    {
        var review = await app.NewReview(app.Viewer, "rejected");

        var changed = (await app.Api.Patch(TestReviews.At(review), TestReviews.Status("approved").With("title", "Milder"), app.Editor)).ShouldBe(200).Json;

        Assert.Equal((5, "Milder", "I read it twice.\nAnd once more.", "A Reader", "approved"), Shown(changed));
    }

    [Theory]
    [InlineData("\"pending\"", "not_in_list")]
    [InlineData("\"Approved\"", "not_in_list")]
    [InlineData("\"\"", "not_in_list")]
    [InlineData("null", "required")]
    [InlineData("1", "wrong_type")]
    public async Task No_other_status_can_be_given(string status, string code)
    {
        var review = await app.NewReview(app.Viewer, "approved");

        (await app.Api.Patch(TestReviews.At(review), $$"""{"status":{{status}}}""", app.Editor)).ShouldBeInvalid(("status", code));
    }

    [Theory]
    [InlineData("approved")]
    [InlineData("rejected")]
    public async Task Viewers_decide_on_no_status_not_even_their_own(string status)
    {
        var (own, others, hidden) = (await app.NewReview(app.Viewer, "pending"), await app.NewReview(app.Other, "approved"), await app.NewReview(app.Other, "pending"));
        var patch = TestReviews.Status(status).With("title", "Smuggled");

        (await app.Api.Patch(TestReviews.At(own), patch.DeepClone(), app.Viewer)).ShouldBeProblem(403, "forbidden");
        (await app.Api.Patch(TestReviews.At(others), patch.DeepClone(), app.Viewer)).ShouldBeProblem(403, "forbidden");
        (await app.Api.Patch(TestReviews.At(hidden), patch.DeepClone(), app.Viewer)).ShouldBeProblem(404, "not_found");

        foreach (var (review, before) in new[] { (own, "pending"), (others, "approved"), (hidden, "pending") })
            Assert.Equal((5, "A classic", "I read it twice.\nAnd once more.", "A Reader", before), Shown((await app.Api.Get(TestReviews.At(review), app.Editor)).Json));
    }

    [Theory]
    [InlineData("pending", 404, "not_found")]
    [InlineData("rejected", 404, "not_found")]
    [InlineData("approved", 403, "forbidden")]
    public async Task A_review_of_somebody_else_is_forbidden_if_it_is_public_and_else_not_there(string status, int expected, string code)
    {
        var review = await app.NewReview(app.Viewer, status);

        (await app.Api.Patch(TestReviews.At(review), Content, app.Other)).ShouldBeProblem(expected, code);
        (await app.Api.Patch(TestReviews.At(review), Content, app.Other, ("If-Match", "\"0.0-0000000000000000\""))).ShouldBeProblem(expected, code);
        (await app.Api.Patch(TestReviews.At(review), Content)).ShouldBeProblem(401, "unauthenticated");

        Assert.Equal(review.GetRawText(), (await app.Api.Get(TestReviews.At(review), app.Viewer)).Text);
    }

    [Fact]
    public async Task What_is_absent_stays_and_null_clears_what_is_optional()
    {
        var review = await app.NewReview(app.Viewer, "pending");

        Assert.Equal((1, "A classic", "I read it twice.\nAnd once more.", "A Reader", "pending"), Shown((await app.Api.Patch(TestReviews.At(review), """{"rating":1}""", app.Viewer)).ShouldBe(200).Json));
        Assert.Equal((1, null, null, "A Reader", "pending"), Shown((await app.Api.Patch(TestReviews.At(review), """{"title":null,"body":null}""", app.Viewer)).ShouldBe(200).Json));
        (await app.Api.Patch(TestReviews.At(review), """{"rating":null,"reviewer_name":null}""", app.Viewer)).ShouldBeInvalid(("rating", "required"), ("reviewer_name", "required"));
    }

    [Fact]
    public async Task An_empty_patch_and_an_unknown_member_are_refused()
    {
        var review = await app.NewReview(app.Viewer, "pending");

        (await app.Api.Patch(TestReviews.At(review), "{}", app.Viewer)).ShouldBeProblem(400, "empty_patch");
        (await app.Api.Patch(TestReviews.At(review), """{"ratign":1,"book_id":2,"user_id":null}""", app.Viewer))
            .ShouldBeInvalid(("ratign", "unknown_member"), ("book_id", "unknown_member"), ("user_id", "unknown_member"));
    }

    [Fact]
    public async Task A_merge_patch_may_say_that_it_is_one()
    {
        var review = await app.NewReview(app.Viewer, "pending");
        using var patch = Api.Bytes("""{"rating":3}"""u8.ToArray(), "application/merge-patch+json");
        using var other = Api.Bytes("""{"rating":3}"""u8.ToArray(), "text/plain");

        Assert.Equal(3, (await app.Api.Send(HttpMethod.Patch, TestReviews.At(review), patch, app.Viewer)).ShouldBe(200).Json.Rating());
        (await app.Api.Send(HttpMethod.Patch, TestReviews.At(review), other, app.Viewer)).ShouldBeProblem(415, "unsupported_media_type");
    }

    private static (int, string?, string?, string?, string?) Shown(JsonElement review) =>
        (review.Rating(), review.Text("title"), review.Text("body"), review.Text("reviewer_name"), review.Text("status"));
}
