using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>What the audit keeps of reviews.</summary>
public sealed class ReviewAuditTests(ReviewFixture app) : IClassFixture<ReviewFixture>
{
    [Fact]
    public async Task Every_change_is_kept_with_who_did_it_and_what_it_was()
    {
        var review = (await app.NewReview(app.Viewer)).Json;
        (await app.Api.Patch(TestReviews.At(review), TestReviews.Status("approved"), app.Editor, ("X-Request-ID", "the-approval"))).ShouldBe(200);
        (await app.Api.Delete(TestReviews.At(review), app.Admin)).ShouldBe(204);

        Assert.Equal(
            [$"{app.IdOf("viewer")}|viewer|create", $"{app.IdOf("editor")}|editor|update", $"{app.IdOf("admin")}|admin|delete"],
            Entries("user_id, username, action", review.Id()));
        Assert.Equal(["NULL|pending", "pending|approved", "approved|NULL"], Entries("before ->> 'status', after ->> 'status'", review.Id()));
        Assert.Equal("the-approval", Entries("request_id", review.Id())[1]);
        using var kept = JsonDocument.Parse(Entries("after", review.Id())[0]);
        Assert.Equal(app.IdOf("viewer"), kept.RootElement.GetProperty("user_id").GetInt64());
        foreach (var member in new[] { "book_id", "reviewer_name", "rating", "title", "body", "created_at", "updated_at" })
            Assert.Equal(review.GetProperty(member).ToString(), kept.RootElement.GetProperty(member).ToString());
    }

    [Fact]
    public async Task What_was_refused_or_failed_is_not_kept()
    {
        var review = await app.NewReview(app.Viewer);
        var address = TestReviews.At(review.Json);

        (await app.Api.Patch(address, TestReviews.Status("approved"), app.Viewer)).ShouldBeProblem(403, "forbidden");
        (await app.Api.Patch(address, """{"rating":1}""", app.Other)).ShouldBeProblem(404, "not_found");
        (await app.Api.Patch(address, """{"rating":1}""", app.Viewer, ("If-Match", "\"other\""))).ShouldBeProblem(412, "version_mismatch");
        (await app.Api.Delete(address, app.Other)).ShouldBeProblem(404, "not_found");
        (await app.Api.Post(TestReviews.Of(999_999), TestReviews.Full(), app.Viewer)).ShouldBeProblem(404, "not_found");

        Assert.Equal(["create"], Entries("action", review.Json.Id()));
    }

    [Fact]
    public async Task A_change_that_cannot_be_kept_is_not_made()
    {
        var review = await app.NewReview(app.Viewer, "approved");
        using (var database = TestDatabase.Connect(app.DatabasePath))
            database.Run("CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END");

        var answers = new[]
        {
            await app.Api.Patch(TestReviews.At(review), TestReviews.Status("rejected"), app.Editor),
            await app.Api.Delete(TestReviews.At(review), app.Editor),
            await app.Api.Post(TestReviews.Of(review.GetProperty("book_id").GetInt64()), TestReviews.Full(), app.Viewer),
        };
        using (var database = TestDatabase.Connect(app.DatabasePath))
            database.Run("DROP TRIGGER no_audit");

        Assert.All(answers, answer => answer.ShouldBeProblem(500, "internal_error"));
        Assert.Equal(review.GetRawText(), (await app.Api.Get(TestReviews.At(review))).ShouldBe(200).Text);
        Assert.Equal(1, (await app.Api.Get(TestReviews.Of(review.GetProperty("book_id").GetInt64()))).Json.GetProperty("rating_count").GetInt32());
    }

    [Fact]
    public async Task The_reviews_that_go_with_a_book_are_kept_too()
    {
        var review = await app.NewReview(app.Viewer, "approved");

        (await app.Api.Delete(TestBooks.At(review.GetProperty("book_id").GetInt64()), app.Editor)).ShouldBe(204);

        Assert.Equal(["create|viewer", "update|editor", "delete|editor"], Entries("action, username", review.Id()));
        Assert.Equal("approved|NULL", Entries("before ->> 'status', after", review.Id())[^1]);
    }

    private IReadOnlyList<string> Entries(string columns, long review)
    {
        using var database = TestDatabase.Connect(app.DatabasePath);
        return database.Rows($"SELECT {columns} FROM audit WHERE resource = 'reviews' AND resource_id = @p0 ORDER BY id", review);
    }
}
