using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>POST /api/v1/books/{id}/reviews.</summary>
public sealed class CreateReviewTests(ReviewFixture app) : IClassFixture<ReviewFixture>
{
    [Fact]
    public async Task A_review_is_stored_as_it_was_sent_and_waits_for_approval()
    {
        var book = await app.NewBook();

        var answer = await app.NewReview(app.Viewer, book, TestReviews.Full());

        var review = answer.Json;
        Assert.Equal(["id", "book_id", "reviewer_name", "rating", "title", "body", "status", "created_at", "updated_at"], review.Names());
        Assert.Equal((book, "A Reader", 5, "A classic", "I read it twice.\nAnd once more.", "pending"),
            (review.GetProperty("book_id").GetInt64(), review.Text("reviewer_name"), review.Rating(), review.Text("title"), review.Text("body"), review.Text("status")));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", review.Text("created_at"));
        Assert.Equal(JsonValueKind.Null, review.GetProperty("updated_at").ValueKind);
        Assert.Equal($"/api/v1/reviews/{review.Id()}", answer.Header("Location"));
        var read = (await app.Api.Get(answer.Header("Location")!, app.Viewer)).ShouldBe(200);
        Assert.Equal((answer.Text, answer.ETag), (read.Text, read.ETag));
    }

    [Theory]
    [InlineData("viewer")]
    [InlineData("editor")]
    [InlineData("admin")]
    public async Task Whoever_is_signed_in_may_review_and_goes_under_its_username(string name)
    {
        var review = (await app.NewReview(app.As(name), review: TestReviews.Minimal(1))).Json;

        Assert.Equal((name, 1, "pending"), (review.Text("reviewer_name"), review.Rating(), review.Text("status")));
        Assert.All(["title", "body"], member => Assert.Equal(JsonValueKind.Null, review.GetProperty(member).ValueKind));
        using var database = TestDatabase.Connect(app.DatabasePath);
        Assert.Equal(app.IdOf(name), database.Scalar("SELECT user_id FROM reviews WHERE id = @p0", review.Id()));
    }

    [Fact]
    public async Task Null_is_as_good_as_absent()
    {
        var review = TestReviews.Minimal().With("title", null).With("body", null).With("reviewer_name", null);

        Assert.Equal("viewer", (await app.NewReview(app.Viewer, review: review)).Json.Text("reviewer_name"));
    }

    [Fact]
    public async Task Without_a_token_nobody_may_review_a_claimed_server()
    {
        var book = await app.NewBook();

        (await app.Api.Post(TestReviews.Of(book), TestReviews.Full())).ShouldBeProblem(401, "unauthenticated");
        (await app.Api.Post(TestReviews.Of(book), TestReviews.Full(), ("Authorization", "Bearer nonsense"))).ShouldBeProblem(401, "invalid_token");

        using var database = TestDatabase.Connect(app.DatabasePath);
        Assert.Equal(0L, database.Scalar("SELECT COUNT(*) FROM reviews WHERE book_id = @p0", book));
    }

    [Fact]
    public async Task A_book_that_is_not_there_cannot_be_reviewed()
    {
        foreach (var id in new[] { "0", "-1", "999999", "9223372036854775807", "9223372036854775808" })
            (await app.Api.Post($"{Api.Books}/{id}/reviews", TestReviews.Full(), app.Viewer)).ShouldBeProblem(404, "not_found");
        (await app.Api.Post(Api.Books + "/abc/reviews", TestReviews.Full(), app.Viewer)).ShouldBeInvalid(("id", "wrong_type"));
    }

    [Fact]
    public async Task The_address_without_a_version_and_with_a_slash_is_the_same()
    {
        var book = await app.NewBook();

        foreach (var path in new[] { $"/api/books/{book}/reviews", TestReviews.Of(book) + "/" })
            Assert.StartsWith("/api/v1/reviews/", (await app.Api.Post(path, TestReviews.Full(), app.Viewer)).ShouldBe(201).Header("Location"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_come_at_once()
    {
        var review = new JsonObject { ["rating"] = 6, ["title"] = "a\u0001", ["body"] = 7, ["reviewer_name"] = " ", ["status"] = "approved", ["user_id"] = 1 };

        (await app.Api.Post(TestReviews.Of(await app.NewBook()), review, app.Viewer)).ShouldBeInvalid(
            ("rating", "out_of_range"), ("title", "control_character"), ("body", "wrong_type"), ("reviewer_name", "too_short"), ("status", "unknown_member"), ("user_id", "unknown_member"));
    }

    [Theory]
    [InlineData("{}", "required")]
    [InlineData("""{"rating":null}""", "required")]
    [InlineData("""{"rating":0}""", "out_of_range")]
    [InlineData("""{"rating":-1}""", "out_of_range")]
    [InlineData("""{"rating":6}""", "out_of_range")]
    [InlineData("""{"rating":4294967297}""", "out_of_range")]
    [InlineData("""{"rating":1e400}""", "out_of_range")]
    [InlineData("""{"rating":4.5}""", "wrong_type")]
    [InlineData("""{"rating":"5"}""", "wrong_type")]
    [InlineData("""{"rating":true}""", "wrong_type")]
    [InlineData("""{"rating":[5]}""", "wrong_type")]
    public async Task A_rating_is_a_whole_number_from_1_to_5(string body, string code)
    {
        var review = await app.NewReview(app.Viewer);

        (await app.Api.Post(TestReviews.Of(await app.NewBook()), body, app.Viewer)).ShouldBeInvalid(("rating", code));
        if (body != "{}")
            (await app.Api.Patch(TestReviews.At(review.Json), body, app.Viewer)).ShouldBeInvalid(("rating", code));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("5", 5)]
    [InlineData("3.0", 3)]
    public async Task Each_rating_within_is_taken(string written, int rating)
    {
        var answer = await app.Api.Post(TestReviews.Of(await app.NewBook()), $$"""{"rating":{{written}}}""", app.Viewer);

        Assert.Equal(rating, answer.ShouldBe(201).Json.Rating());
    }

    [Theory]
    [InlineData("{", 400, "malformed_json")]
    [InlineData("""{"rating":5,"rating":4}""", 400, "malformed_json")]
    [InlineData("[]", 422, "validation_failed")]
    public async Task What_is_no_object_is_no_review(string body, int status, string code) =>
        (await app.Api.Post(TestReviews.Of(await app.NewBook()), body, app.Viewer)).ShouldBeProblem(status, code);

    [Fact]
    public async Task A_review_is_json()
    {
        using var form = Api.Bytes("rating=5"u8.ToArray(), "application/x-www-form-urlencoded");

        (await app.Api.Send(HttpMethod.Post, TestReviews.Of(await app.NewBook()), form, app.Viewer)).ShouldBeProblem(415, "unsupported_media_type");
    }
}
