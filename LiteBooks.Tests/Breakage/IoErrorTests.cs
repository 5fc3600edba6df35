using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>The disk fails under the server, call by call.</summary>
[Trait("Category", "Faults")]
public sealed class IoErrorTests : FaultGround
{
    // To SQLite a page that the disk cannot read is damage (sqlite.org/rescode.html, SQLITE_IOERR_CORRUPTFS).
    private const string Unreadable = "database_damaged";

    [SkippableTheory]
    [InlineData(Calls.Sync, Errno.Io, "*/books.db-wal", "database_unavailable")]
    [InlineData(Calls.Write, Errno.Io, "*/books.db-wal", "database_unavailable")]
    [InlineData(Calls.Write, Errno.NoSpace, "*/books.db-wal", "database_full")]
    [InlineData(Calls.Write, Errno.ReadOnlyFileSystem, "*/books.db-wal", "database_unavailable")]
    [InlineData(Calls.Read, Errno.Io, "*/books.db*", "database_unavailable", Unreadable)]
    [InlineData(Calls.All, Errno.Io, "*/books.db*", "database_unavailable", Unreadable)]
    public async Task While_the_disk_fails_writes_are_refused_and_then_go_on(Calls calls, Errno error, string path, params string[] codes)
    {
        using var faults = new FaultControl();
        var promises = new Promises(clients: 4);
        await using (var server = await Start(faults))
        {
            using var api = new Api(server.Address);
            await promises.RunFor(server.Address, TimeSpan.FromSeconds(0.5));
            using (var stop = new CancellationTokenSource())
            {
                var writing = promises.Run(server.Address, stop.Token);
                faults.Fail(calls, error, path);
                await Eventually.Is(() => promises.Refusals.Count > 0);
                var read = await api.Get(Api.Books + "?search=state");
                if (read.Status != 200)
                    Assert.Contains(read.ShouldBeProblem(503, read.Json.Text("code")!).Json.Text("code"), codes);
                (await api.Get("/health/live")).ShouldBe(200);
                Assert.True((await api.Get("/internal/metrics")).Status is 200 or 503);
                await Task.Delay(300);
                faults.Mend();
                await Recovers(promises.One, api);
                await stop.CancelAsync();
                await writing;
            }
            Assert.True(faults.Failed > 0);
            Assert.Empty(promises.Refusals.Except(codes));
            await promises.RunFor(server.Address, TimeSpan.FromSeconds(0.5));
            promises.ShouldBeKept(Database);
            await server.Kill();
        }
        promises.ShouldBeKept(Database);
    }

    [SkippableTheory]
    [InlineData(Calls.Sync, Errno.Io)]
    [InlineData(Calls.Write, Errno.Io)]
    [InlineData(Calls.Write, Errno.NoSpace)]
    public async Task A_checkpoint_that_fails_loses_nothing_and_refuses_nothing(Calls calls, Errno error)
    {
        using var faults = new FaultControl();
        var promises = new Promises(clients: 4);
        await using (var server = await Start(faults))
        {
            faults.Fail(calls, error, "*/books.db");
            using (var stop = new CancellationTokenSource())
            {
                var writing = promises.Run(server.Address, stop.Token);
                await Eventually.Is(() => faults.Failed > 3);
                await stop.CancelAsync();
                await writing;
            }
            Assert.Empty(promises.Refusals);
            promises.ShouldBeKept(Database);
            await server.Kill();
        }
        await using (var again = await Start())
            await promises.RunFor(again.Address, TimeSpan.FromSeconds(0.5));
        promises.ShouldBeKept(Database);
    }

    [SkippableFact]
    public async Task Whichever_call_of_a_write_fails_it_is_done_or_it_is_refused()
    {
        using var faults = new FaultControl();
        var promises = new Promises(clients: 1);
        await using var server = await Start(faults);
        using var api = new Api(server.Address);
        for (var (passing, unharmed) = (0, 0); unharmed < 5; passing++)
        {
            faults.Fail(Calls.All, Errno.Io, "*/books.db*", passing, failing: 1);
            await promises.One.Write(api);
            unharmed = faults.Failed == 0 ? unharmed + 1 : 0;
            faults.Mend();
            await Recovers(promises.One, api);
        }
        Assert.NotEmpty(promises.Refusals);
        promises.ShouldBeKept(Database);
    }

    [SkippableTheory]
    [InlineData(Calls.Open, Errno.Io)]
    [InlineData(Calls.Open, Errno.AccessDenied)]
    [InlineData(Calls.Read, Errno.Io)]
    [InlineData(Calls.Write, Errno.Io)]
    [InlineData(Calls.Truncate, Errno.Io)]
    [InlineData(Calls.Sync, Errno.Io)]
    public async Task A_start_on_a_disk_that_fails_is_refused_in_one_line_and_succeeds_later(Calls calls, Errno error)
    {
        using var faults = new FaultControl();
        faults.Fail(calls, error, "*/books.db*");

        var (server, refusal) = await ChildServer.TryToStart(Database, Settings, faults.Environment);

        if (server is not null)
            await server.DisposeAsync();
        Assert.NotNull(refusal);
        refusal.ShouldBeRefused("");
        faults.Mend();
        await using var again = await Start(faults);
        using var api = new Api(again.Address);
        await api.Create();
    }
}
