using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

/// <summary>What a fault of our own looks like from outside and in the log. The fault: a table that is gone.</summary>
public sealed class UnexpectedErrorTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private ChildServer _server = null!;
    private Api _api = null!;

    [Fact]
    public async Task An_unexpected_error_tells_the_client_nothing_and_the_log_everything()
    {
        (await _api.Get(Api.Books)).ShouldBe(200);
        using (var database = TestDatabase.Connect(_folder.File("books.db")))
            database.Run("ALTER TABLE books RENAME TO moved_books");

        Answer[] answers =
        [
            await _api.Get(Api.Books),
            await _api.Get(Api.Books + "/1"),
            await _api.Post(Api.Books, TestBooks.Minimal()),
            await _api.Put(Api.Books + "/1", TestBooks.Minimal()),
            await _api.Patch(Api.Books + "/1", """{"title":"x"}"""),
            await _api.Delete(Api.Books + "/1"),
        ];

        foreach (var answer in answers)
        {
            var problem = answer.ShouldBeProblem(500, "internal_error");
            Assert.DoesNotContain("books", problem.Detail, StringComparison.Ordinal);
            await _server.ShouldWrite(answer.Header("X-Request-ID")!);
        }
        await _server.ShouldWrite("no such table");
    }

    public async Task InitializeAsync()
    {
        TestDatabase.CopyTo(_folder.File("books.db"));
        _server = await ChildServer.Start(_folder.File("books.db"), []);
        _api = new Api(_server.Address);
    }

    public async Task DisposeAsync()
    {
        _api.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}
