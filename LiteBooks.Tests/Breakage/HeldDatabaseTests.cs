using System.Globalization;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>Another process holds the database, for a moment or for too long.</summary>
[Trait("Category", "Faults")]
public sealed class HeldDatabaseTests : FaultGround
{
    [Fact]
    public async Task Writes_wait_for_a_lock_that_passes_and_all_of_them_are_done()
    {
        await using var server = await Start(("Database:BusyTimeoutSeconds", "60"));
        var promises = new Promises(clients: 8);
        using var stop = new CancellationTokenSource();
        using var other = TestDatabase.Connect(Database);
        var writing = promises.Run(server.Address, stop.Token);
        for (var i = 0; i < 5; i++)
        {
            other.Run("PRAGMA busy_timeout = 60000");
            other.Run("BEGIN IMMEDIATE");
            await Task.Delay(300);
            other.Run("COMMIT");
            await Task.Delay(50);
        }
        await stop.CancelAsync();
        await writing;

        Assert.Empty(promises.Refusals);
        promises.ShouldBeKept(Database);
    }

    [Fact]
    public async Task A_lock_that_stays_is_told_as_busy_and_writes_go_on_after_it()
    {
        await using var server = await Start();
        using var api = new Api(server.Address);
        var promises = new Promises(clients: 4);
        await promises.RunFor(server.Address, TimeSpan.FromSeconds(0.3));
        using (var other = TestDatabase.Connect(Database))
        {
            other.Run("PRAGMA busy_timeout = 60000");
            other.Run("BEGIN IMMEDIATE");
            var answer = await promises.One.Create(api);
            answer.ShouldBeProblem(503, "database_busy");
            Assert.InRange(int.Parse(answer.Header("Retry-After")!, CultureInfo.InvariantCulture), 1, 60);
            (await api.Get(Api.Books)).ShouldBe(200);
            (await api.Get("/health/ready")).ShouldBeProblem(503, "not_ready");
            other.Run("ROLLBACK");
        }

        await Recovers(promises.One, api);
        promises.ShouldBeKept(Database);
    }

    [Fact]
    public async Task A_process_that_locks_out_readers_too_is_told_as_busy()
    {
        await using (var server = await Start())
        {
            using var api = new Api(server.Address);
            await api.Create();
            Assert.Equal(0, await server.Terminate());
        }
        using var other = TestDatabase.Connect(Database);
        other.Run("PRAGMA locking_mode = EXCLUSIVE");
        other.Run("PRAGMA journal_mode = DELETE");
        other.Run("BEGIN EXCLUSIVE");

        var (_, refusal) = await ChildServer.TryToStart(Database, Settings, []);

        Assert.NotNull(refusal);
        refusal.ShouldBeRefused("in use by another process");
        other.Run("ROLLBACK");
        other.Dispose();
        await using var again = await Start();
        using var later = new Api(again.Address);
        Assert.Equal(1, await later.Count());
        await later.Create();
    }
}
