using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>A creation with an Idempotency-Key is done once, however often it is sent.</summary>
public sealed class IdempotencyTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Bulk = Api.Books + "/bulk";

    private static int _last;

    [Theory]
    [InlineData(Api.Books)]
    [InlineData(Api.BooksV2)]
    [InlineData("/api/books")]
    [InlineData(Bulk)]
    [InlineData(Bulk + "?atomic=true")]
    public async Task A_repeat_is_given_the_first_answer_and_does_nothing(string path)
    {
        var (key, body) = (NextKey(), BodyFor(path));
        var first = (await app.Api.Post(path, body, key)).ShouldBe(201);
        var before = await app.Api.Count();
        Assert.Null(first.Header("Idempotency-Replayed"));

        for (var i = 0; i < 3; i++)
        {
            var again = (await app.Api.Post(path, body, key)).ShouldBe(201);
            Assert.Equal("true", again.Header("Idempotency-Replayed"));
            Assert.Equal(first.Text, again.Text);
            foreach (var header in new[] { "Location", "ETag", "Content-Type", "Content-Length" })
                Assert.Equal(first.Header(header), again.Header(header));
        }
        Assert.Equal(before, await app.Api.Count());
    }

    [Fact]
    public async Task A_repeat_is_answered_as_at_first_even_when_the_book_has_changed_or_gone()
    {
        var (key, body) = (NextKey(), BodyFor(Api.Books));
        var first = (await app.Api.Post(Api.Books, body, key)).ShouldBe(201);
        await app.Api.Patch(TestBooks.At(first.Json), """{"title":"Changed"}""");
        Assert.Equal(first.Text, (await app.Api.Post(Api.Books, body, key)).ShouldBe(201).Text);
        await app.Api.Delete(TestBooks.At(first.Json));

        Assert.Equal(first.Text, (await app.Api.Post(Api.Books, body, key)).ShouldBe(201).Text);
        (await app.Api.Get(TestBooks.At(first.Json))).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task A_trailing_slash_does_not_make_it_another_request()
    {
        var (key, body) = (NextKey(), BodyFor(Api.Books));
        var first = (await app.Api.Post(Api.Books, body, key)).ShouldBe(201);

        Assert.Equal(first.Text, (await app.Api.Post(Api.Books + "/", body, key)).ShouldBe(201).Text);
    }

    [Theory]
    [InlineData(Api.Books)]
    [InlineData(Api.BooksV2)]
    [InlineData(Bulk)]
    public async Task Another_request_under_the_key_is_refused(string path)
    {
        var (key, body) = (NextKey(), BodyFor(path));
        (await app.Api.Post(path, body, key)).ShouldBe(201);
        var before = await app.Api.Count();

        (await app.Api.Post(path, BodyFor(path), key)).ShouldBeProblem(422, "idempotency_key_reused");
        (await app.Api.Post(path, "{}", key)).ShouldBeProblem(422, "idempotency_key_reused");
        (await app.Api.Post(path == Bulk ? Api.Books : Bulk, body, key)).ShouldBeProblem(422, "idempotency_key_reused");

        Assert.Equal(before, await app.Api.Count());
        (await app.Api.Post(path, body, key)).ShouldBe(201);
    }

    [Fact]
    public async Task While_the_first_still_runs_a_repeat_is_a_conflict()
    {
        var (key, body) = (NextKey(), BodyFor(Api.Books));
        using var other = TestDatabase.Connect(app.DatabasePath);
        other.Run("BEGIN IMMEDIATE");
        Task<Answer>[] both = [app.Api.Post(Api.Books, body, key), app.Api.Post(Api.Books, body, key)];

        var early = await Task.WhenAny(both);
        var differing = await app.Api.Post(Api.Books, BodyFor(Api.Books), key);
        other.Run("ROLLBACK");

        (await early).ShouldBeProblem(409, "idempotency_key_in_use");
        differing.ShouldBeProblem(422, "idempotency_key_reused");
        var late = (await both.Single(answer => answer != early)).ShouldBe(201);
        Assert.Equal(late.Text, (await app.Api.Post(Api.Books, body, key)).ShouldBe(201).Text);
    }

    [Fact]
    public async Task A_request_that_failed_may_be_sent_again_under_its_key()
    {
        var key = NextKey();
        var held = await app.Api.Create();
        var conflict = TestBooks.Minimal().With("isbn", held.Text("isbn"));

        (await app.Api.Post(Api.Books, conflict, key)).ShouldBeProblem(409, "duplicate_isbn");
        (await app.Api.Post(Api.Books, TestBooks.Minimal().With("title", ""), key)).ShouldBeInvalid(("title", "too_short"));
        (await app.Api.Post(Api.Books, "{", key)).ShouldBeProblem(400, "malformed_json");
        (await app.Api.Post(Bulk + "?atomic=true", $"[{conflict.ToJsonString()}]", key)).ShouldBeProblem(409, "duplicate_isbn");
        using (var database = TestDatabase.Connect(app.DatabasePath))
            Assert.Equal(0L, database.Scalar("SELECT COUNT(*) FROM idempotency_keys WHERE key = @p0", key.Value));
        await app.Api.Delete(TestBooks.At(held));

        var created = (await app.Api.Post(Api.Books, conflict, key)).ShouldBe(201);
        Assert.Null(created.Header("Idempotency-Replayed"));
        Assert.Equal(created.Text, (await app.Api.Post(Api.Books, conflict, key)).ShouldBe(201).Text);
    }

    [Fact]
    public async Task After_a_day_the_key_is_free_again()
    {
        var (key, body) = (NextKey(), BodyFor(Api.Books));
        var first = (await app.Api.Post(Api.Books, body, key)).ShouldBe(201);
        Age(key.Value, TimeSpan.FromHours(23.9));
        Assert.Equal(first.Text, (await app.Api.Post(Api.Books, body, key)).ShouldBe(201).Text);

        Age(key.Value, TimeSpan.FromHours(24));

        (await app.Api.Post(Api.Books, body, key)).ShouldBeProblem(409, "duplicate_isbn");
        var other = (await app.Api.Post(Api.Books, BodyFor(Api.Books), key)).ShouldBe(201);
        Assert.NotEqual(first.Json.Id(), other.Json.Id());
    }

    [Fact]
    public async Task Keys_whose_day_is_over_are_forgotten()
    {
        var key = NextKey();
        (await app.Api.Post(Api.Books, BodyFor(Api.Books), key)).ShouldBe(201);
        Age(key.Value, TimeSpan.FromDays(2));

        (await app.Api.Post(Api.Books, BodyFor(Api.Books), NextKey())).ShouldBe(201);

        using var database = TestDatabase.Connect(app.DatabasePath);
        Assert.Equal(0L, database.Scalar("SELECT COUNT(*) FROM idempotency_keys WHERE key = @p0", key.Value));
    }

    [Fact]
    public async Task The_answer_is_stored_together_with_its_effect()
    {
        var (key, body) = (NextKey(), BodyFor(Api.Books));
        using var database = TestDatabase.Connect(app.DatabasePath);
        database.Run("CREATE TRIGGER no_keys BEFORE INSERT ON idempotency_keys BEGIN SELECT RAISE(ABORT, 'no'); END");
        var before = await app.Api.Count();

        var answer = await app.Api.Post(Api.Books, body, key);
        database.Run("DROP TRIGGER no_keys");

        answer.ShouldBeProblem(500, "internal_error");
        Assert.Equal(before, await app.Api.Count());
        (await app.Api.Post(Api.Books, body, key)).ShouldBe(201);
    }

    [Fact]
    public async Task A_key_has_1_to_64_visible_characters()
    {
        foreach (var key in new[] { "a", new string('k', 64), "!~\"{}", "8e03978e-40d5-43dd-bc93-6894a57f9324" })
            (await app.Api.Post(Api.Books, BodyFor(Api.Books), ("Idempotency-Key", key))).ShouldBe(201);
    }

    [Theory]
    [InlineData(Api.Books)]
    [InlineData(Api.BooksV2)]
    [InlineData(Bulk)]
    public async Task Any_other_key_is_invalid(string path)
    {
        var before = await app.Api.Count();

        foreach (var key in new[] { "", " ", new string('k', 65), "a b", "a\tb", "ключ" })
            (await app.Api.Post(path, BodyFor(path), ("Idempotency-Key", key))).ShouldBeInvalid(("Idempotency-Key", "invalid_format"));

        Assert.Equal(before, await app.Api.Count());
    }

    private void Age(string key, TimeSpan age)
    {
        using var database = TestDatabase.Connect(app.DatabasePath);
        database.Run("UPDATE idempotency_keys SET created_at = @p1 WHERE key = @p0", key, (DateTimeOffset.UtcNow - age).ToUnixTimeMilliseconds());
    }

    private static (string Name, string Value) NextKey() => ("Idempotency-Key", $"key-{Interlocked.Increment(ref _last)}");

    private static string BodyFor(string path) => path.StartsWith(Bulk, StringComparison.Ordinal)
        ? new JsonArray(TestBooks.Minimal(), TestBooks.Full()).ToJsonString()
        : TestBooks.Full().ToJsonString();
}

/// <summary>Repeats that come after the server was started anew.</summary>
public sealed class IdempotencyRestartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_repeat_is_given_the_first_answer_by_the_next_server_too()
    {
        var file = _folder.File("books.db");
        TestDatabase.CopyTo(file);
        (string, string) key = ("Idempotency-Key", "across");
        (string, string) bulkKey = ("Idempotency-Key", "across-bulk");
        var (book, bulk) = (TestBooks.Full().ToJsonString(), $"[{TestBooks.Minimal().ToJsonString()}]");
        var (first, firstBulk) = await Do(file, async api =>
            ((await api.Post(Api.Books, book, key)).ShouldBe(201), (await api.Post(Api.Books + "/bulk", bulk, bulkKey)).ShouldBe(201)));

        await Do(file, async api =>
        {
            var again = (await api.Post(Api.Books, book, key)).ShouldBe(201);
            Assert.Equal((first.Text, first.ETag, first.Header("Location"), "true"), (again.Text, again.ETag, again.Header("Location"), again.Header("Idempotency-Replayed")));
            Assert.Equal(firstBulk.Text, (await api.Post(Api.Books + "/bulk", bulk, bulkKey)).ShouldBe(201).Text);
            Assert.Equal(2, await api.Count());
            (await api.Post(Api.Books, TestBooks.Full(), key)).ShouldBeProblem(422, "idempotency_key_reused");
            return 0;
        });
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<T> Do<T>(string file, Func<Api, Task<T>> requests)
    {
        await using var server = await RunningServer.Start(file, ("Catalog:Sample", "false"));
        using var api = new Api(server.Address);
        return await requests(api);
    }
}
