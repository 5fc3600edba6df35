using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>Entity tags of reviews, and If-Match.</summary>
public sealed class ConditionalReviewTests(ReviewFixture app) : IClassFixture<ReviewFixture>
{
    [Fact]
    public async Task Each_answer_gives_the_tag_for_the_next_change()
    {
        var answer = await app.NewReview(app.Viewer);
        var address = TestReviews.At(answer.Json);

        for (var i = 1; i <= 3; i++)
            answer = (await app.Api.Patch(address, $$"""{"rating":{{i}}}""", app.Viewer, ("If-Match", answer.ETag))).ShouldBe(200);
        answer = (await app.Api.Patch(address, TestReviews.Status("approved"), app.Editor, ("If-Match", answer.ETag))).ShouldBe(200);
        Assert.Equal(answer.ETag, (await app.Api.Get(address)).ETag);

        (await app.Api.Delete(address, app.Viewer, ("If-Match", answer.ETag))).ShouldBe(204);
    }

    [Fact]
    public async Task The_tag_of_another_version_or_review_stops_a_change()
    {
        var (first, other) = (await app.NewReview(app.Viewer), await app.NewReview(app.Viewer));
        var address = TestReviews.At(first.Json);
        var now = (await app.Api.Patch(address, """{"rating":1}""", app.Viewer)).ShouldBe(200);

        foreach (var tag in new[] { first.ETag, other.ETag, "W/" + now.ETag, "\"other\"" })
        {
            (await app.Api.Patch(address, """{"rating":2}""", app.Viewer, ("If-Match", tag))).ShouldBeProblem(412, "version_mismatch");
            (await app.Api.Patch(address, TestReviews.Status("approved"), app.Editor, ("If-Match", tag))).ShouldBeProblem(412, "version_mismatch");
            (await app.Api.Delete(address, app.Viewer, ("If-Match", tag))).ShouldBeProblem(412, "version_mismatch");
        }
        (await app.Api.Delete(address, app.Viewer, ("If-None-Match", now.ETag))).ShouldBeProblem(412, "version_mismatch");
        (await app.Api.Delete(address, app.Viewer, ("If-Match", "nonsense"))).ShouldBeProblem(400, "malformed_header");

        Assert.Equal(now.Text, (await app.Api.Get(address, app.Viewer)).Text);
        (await app.Api.Delete(address, app.Viewer, ("If-Match", "*"))).ShouldBe(204);
    }

    [Fact]
    public async Task A_review_that_its_author_changes_meanwhile_is_not_approved_unseen()
    {
        for (var round = 0; round < 20; round++)
        {
            var review = await app.NewReview(app.Viewer);
            var address = TestReviews.At(review.Json);

            var answers = await Task.WhenAll(
                app.Api.Patch(address, """{"body":"Something else altogether."}""", app.Viewer, ("If-Match", review.ETag)),
                app.Api.Patch(address, TestReviews.Status("approved"), app.Editor, ("If-Match", review.ETag)));

            answers.Single(answer => answer.Status != 200).ShouldBeProblem(412, "version_mismatch");
            Assert.Equal(answers.Single(answer => answer.Status == 200).Text, (await app.Api.Get(address, app.Viewer)).Text);
        }
    }
}

/// <summary>With the setting Api:RequireIfMatch.</summary>
public sealed class RequiredReviewVersionTests(RequiredReviewVersionTests.Fixture app) : IClassFixture<RequiredReviewVersionTests.Fixture>
{
    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Api:RequireIfMatch", "true"), .. base.Settings];
    }

    [Fact]
    public async Task A_change_has_to_say_which_version_it_changes()
    {
        var review = (await app.Api.Post(TestReviews.Of((await app.Api.Create()).Id()), TestReviews.Full())).ShouldBe(201);
        var address = TestReviews.At(review.Json);

        (await app.Api.Patch(address, TestReviews.Status("approved"))).ShouldBeProblem(428, "precondition_required");
        (await app.Api.Delete(address)).ShouldBeProblem(428, "precondition_required");

        var changed = (await app.Api.Patch(address, TestReviews.Status("approved"), ("If-Match", review.ETag))).ShouldBe(200);
        (await app.Api.Delete(address, ("If-Match", changed.ETag))).ShouldBe(204);
    }
}
