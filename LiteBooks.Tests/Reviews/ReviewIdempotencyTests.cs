using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>A review that is sent twice under one Idempotency-Key is written once, for each who sends it.</summary>
public sealed class ReviewIdempotencyTests(ReviewFixture app) : IClassFixture<ReviewFixture>
{
    [Fact]
    public async Task A_repeat_is_given_the_first_answer_and_does_nothing()
    {
        var (address, body) = (TestReviews.Of(await app.NewBook()), TestReviews.Full().ToJsonString());
        var first = (await app.Api.Post(address, body, app.Viewer, Key("repeat"))).ShouldBe(201);
        (await app.Api.Patch(TestReviews.At(first.Json), TestReviews.Status("approved"), app.Editor)).ShouldBe(200);

        var again = (await app.Api.Post(address, body, app.Viewer, Key("repeat"))).ShouldBe(201);

        Assert.Equal((first.Text, first.ETag, first.Header("Location"), "true"), (again.Text, again.ETag, again.Header("Location"), again.Header("Idempotency-Replayed")));
        Assert.Equal(1, (await app.Api.Get(address)).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Another_request_under_the_key_is_refused()
    {
        var (book, other) = (await app.NewBook(), await app.NewBook());
        (await app.Api.Post(TestReviews.Of(book), TestReviews.Full(), app.Viewer, Key("other"))).ShouldBe(201);

        (await app.Api.Post(TestReviews.Of(book), TestReviews.Minimal(), app.Viewer, Key("other"))).ShouldBeProblem(422, "idempotency_key_reused");
        (await app.Api.Post(TestReviews.Of(other), TestReviews.Full(), app.Viewer, Key("other"))).ShouldBeProblem(422, "idempotency_key_reused");
        (await app.Api.Post(TestReviews.Of(other), TestReviews.Full(), app.Viewer, Key(new string('k', 65)))).ShouldBeInvalid(("Idempotency-Key", "invalid_format"));
    }

    [Fact]
    public async Task The_key_of_another_user_is_another_key()
    {
        var (address, body) = (TestReviews.Of(await app.NewBook()), TestReviews.Minimal().ToJsonString());
        var first = (await app.Api.Post(address, body, app.Viewer, Key("same"))).ShouldBe(201);

        var second = (await app.Api.Post(address, body, app.Other, Key("same"))).ShouldBe(201);

        Assert.Null(second.Header("Idempotency-Replayed"));
        Assert.Equal(("viewer", "other"), (first.Json.Text("reviewer_name"), second.Json.Text("reviewer_name")));
    }

    [Fact]
    public async Task A_request_that_failed_may_be_sent_again_under_its_key()
    {
        var book = await app.NewBook();
        (await app.Api.Post(TestReviews.Of(999_999), TestReviews.Full(), app.Viewer, Key("failed"))).ShouldBeProblem(404, "not_found");
        (await app.Api.Post(TestReviews.Of(book), TestReviews.Minimal(6), app.Viewer, Key("failed"))).ShouldBeInvalid(("rating", "out_of_range"));

        (await app.Api.Post(TestReviews.Of(book), TestReviews.Minimal(5), app.Viewer, Key("failed"))).ShouldBe(201);
    }

    [Fact]
    public async Task Twenty_at_once_make_one_review()
    {
        var (address, body) = (TestReviews.Of(await app.NewBook()), TestReviews.Full().ToJsonString());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.Api.Post(address, body, app.Viewer, Key("race"))));

        var first = answers.Single(answer => answer.Status == 201 && answer.Header("Idempotency-Replayed") is null);
        foreach (var answer in answers.Where(answer => answer != first))
        {
            if (answer.Status != 201)
                answer.ShouldBeProblem(409, "idempotency_key_in_use");
            else
                Assert.Equal(first.Text, answer.Text);
        }
    }

    private static (string Name, string Value) Key(string key) => ("Idempotency-Key", key);
}
