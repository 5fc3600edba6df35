using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>Equal requests at once: one wins, and the others hear of it.</summary>
public sealed class RaceTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Of_two_patches_with_one_tag_one_is_done()
    {
        for (var round = 0; round < 25; round++)
        {
            var created = (await app.Api.Post(Api.Books, TestBooks.Full())).ShouldBe(201);
            var answers = await Task.WhenAll(
                app.Api.Patch(TestBooks.At(created.Json), """{"title":"One"}""", ("If-Match", created.ETag)),
                app.Api.Patch(TestBooks.At(created.Json), """{"title":"Two"}""", ("If-Match", created.ETag)));

            var done = answers.Single(answer => answer.Status == 200);
            answers.Single(answer => answer != done).ShouldBeProblem(412, "version_mismatch");
            Assert.Equal(done.Text, (await app.Api.Get(TestBooks.At(created.Json))).Text);
        }
    }

    [Fact]
    public async Task Of_a_patch_and_a_deletion_with_one_tag_one_is_done()
    {
        for (var round = 0; round < 25; round++)
        {
            var created = (await app.Api.Post(Api.Books, TestBooks.Full())).ShouldBe(201);
            var answers = await Task.WhenAll(
                app.Api.Patch(TestBooks.At(created.Json), """{"title":"One"}""", ("If-Match", created.ETag)),
                app.Api.Delete(TestBooks.At(created.Json), ("If-Match", created.ETag)));

            Assert.Contains((answers[0].Status, answers[1].Status), new[] { (200, 412), (404, 204) });
        }
    }

    [Fact]
    public async Task Of_fifty_creations_with_one_isbn_one_is_done()
    {
        var (ten, thirteen) = TestIsbn.NextPair();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            app.Api.Post(i % 3 == 0 ? Api.BooksV2 : Api.Books, TestBooks.Minimal().With("isbn", i % 2 == 0 ? ten : thirteen))));

        var done = answers.Single(answer => answer.Status == 201).Json;
        var id = done.TryGetProperty("data", out var data) ? data.Id() : done.Id();
        foreach (var answer in answers.Where(answer => answer.Status != 201))
            Assert.Equal(id, answer.ShouldBeProblem(409, "duplicate_isbn").Json.GetProperty("existing_id").GetInt64());
    }

    [Fact]
    public async Task Fifty_requests_with_one_key_make_one_book()
    {
        var book = TestBooks.Full().With("genre", "race of keys");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.Api.Post(Api.Books, book.DeepClone(), ("Idempotency-Key", "race"))));

        var first = answers.Single(answer => answer.Status == 201 && answer.Header("Idempotency-Replayed") is null);
        foreach (var answer in answers.Where(answer => answer != first))
        {
            if (answer.Status != 201)
                answer.ShouldBeProblem(409, "idempotency_key_in_use");
            else
                Assert.Equal((first.Text, "true"), (answer.Text, answer.Header("Idempotency-Replayed")));
        }
        Assert.Equal(1, (await app.Api.List("genre=race%20of%20keys")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Bulks_at_once_store_each_book_once()
    {
        var books = Enumerable.Range(0, 20).Select(_ => TestBooks.Minimal().With("genre", "race of bulks").ToJsonString()).ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => app.Api.Post(Api.Books + "/bulk", $"[{string.Join(',', i % 2 == 0 ? books : books.AsEnumerable().Reverse())}]")));

        Assert.All(answers, answer => Assert.Equal(20, answer.ShouldBe(201).Json.GetProperty("created").GetArrayLength() + answer.Json.GetProperty("errors").GetArrayLength()));
        Assert.Equal(20, answers.Sum(answer => answer.Json.GetProperty("created").GetArrayLength()));
        Assert.Equal(20, (await app.Api.List("genre=race%20of%20bulks")).GetProperty("total").GetInt32());
    }
}
