using System.Collections.Concurrent;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Data;

/// <summary>What was acknowledged is there, however the server ends.</summary>
public sealed class DurabilityTests : IDisposable
{
    private const int Creations = 1000;
    private const int EnoughAcknowledged = 300;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Every_acknowledged_book_survives_a_kill_in_the_middle_of_a_thousand_creations()
    {
        var file = _folder.File("books.db");
        TestDatabase.CopyTo(file);
        var acknowledged = await CreateUntilKilled(file);
        Assert.InRange(acknowledged.Count, EnoughAcknowledged, Creations - 1);

        await using var server = await ChildServer.Start(file, [("Catalog:Sample", "false")]);
        using var api = new Api(server.Address);

        foreach (var (id, book) in acknowledged)
            Assert.Equal(book, (await api.Get(TestBooks.At(id))).ShouldBe(200).Text);
        var total = await api.Count();
        Assert.InRange(total, acknowledged.Count, Creations);
        using var database = TestDatabase.Connect(file);
        Assert.Equal(["ok"], database.Rows("PRAGMA integrity_check"));
        Assert.Empty(database.Rows("PRAGMA foreign_key_check"));
        // Rows and search index were written together or not at all.
        Assert.Equal(total, (await api.List("search=" + Api.Escape("a book"))).GetProperty("total").GetInt64());
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<IReadOnlyDictionary<long, string>> CreateUntilKilled(string file)
    {
        await using var server = await ChildServer.Start(file, [("Catalog:Sample", "false")]);
        using var api = new Api(server.Address);
        var acknowledged = new ConcurrentDictionary<long, string>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var creating = Parallel.ForAsync(0, Creations, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, _) =>
        {
            try
            {
                var answer = await api.Post(Api.Books, TestBooks.Minimal());
                acknowledged[answer.ShouldBe(201).Json.Id()] = answer.Text;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // The server was gone before it could answer.
            }
            if (acknowledged.Count >= EnoughAcknowledged)
                enough.TrySetResult();
        });
        await Task.WhenAny(enough.Task, creating);
        await server.Kill();
        await creating;
        return acknowledged;
    }
}
