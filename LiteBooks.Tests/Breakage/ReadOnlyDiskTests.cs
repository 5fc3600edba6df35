using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>A disk that takes no writes: the kernel makes one so after errors, an operator by mounting it so.</summary>
[Trait("Category", "Faults")]
public sealed class ReadOnlyDiskTests : FaultGround
{
    private const int Megabytes = 48;

    [SkippableFact]
    public async Task A_disk_that_becomes_read_only_while_serving_refuses_writes_until_it_is_none()
    {
        // The kernel lets nobody make a disk read-only while files on it are written, but does so itself: every write fails then.
        using var faults = new FaultControl();
        var promises = new Promises(clients: 4);
        await using var server = await Start(faults);
        using var api = new Api(server.Address);
        await promises.RunFor(server.Address, TimeSpan.FromSeconds(0.5));
        faults.Fail(Calls.Write | Calls.Truncate | Calls.Sync, Errno.ReadOnlyFileSystem, "*/books.db*");

        (await api.Post(Api.Books, TestBooks.Minimal())).ShouldBeProblem(503, "database_unavailable");
        (await api.Get(Api.Books + "?search=state")).ShouldBe(200);
        (await api.Get("/health/ready")).ShouldBeProblem(503, "not_ready");

        faults.Mend();
        await Recovers(promises.One, api);
        promises.ShouldBeKept(Database);
    }

    [SkippableFact]
    public async Task A_start_on_a_read_only_disk_is_refused_in_one_line_and_a_read_only_server_serves_there()
    {
        using var disk = new SmallDisk(Megabytes);
        var database = disk.File("books.db");
        var promises = new Promises(clients: 2);
        await using (var server = await ChildServer.Start(database, Settings))
        {
            await promises.RunFor(server.Address, TimeSpan.FromSeconds(0.5));
            Assert.Equal(0, await server.Terminate());
        }
        disk.MakeReadOnly();

        var (_, refusal) = await ChildServer.TryToStart(database, Settings, []);
        Assert.NotNull(refusal);
        refusal.ShouldBeRefused("");
        await using (var server = await ChildServer.Start(database, [.. Settings, ("Database:ReadOnly", "true")]))
        {
            using var api = new Api(server.Address);
            Assert.NotEqual(0, await api.Count());
            (await api.Get("/health/ready")).ShouldBe(200);
            (await api.Post(Api.Books, TestBooks.Minimal())).ShouldBeProblem(403, "read_only");
            Assert.Equal(0, await server.Terminate());
        }

        disk.MakeWritable();
        await using (var server = await ChildServer.Start(database, Settings))
        {
            using var api = new Api(server.Address);
            await Recovers(promises.One, api);
            Assert.Equal(0, await server.Terminate());
        }
        promises.ShouldBeKept(database);
    }

    [SkippableFact]
    public async Task What_a_kill_left_on_a_disk_that_is_read_only_then_is_shown_as_a_whole_or_not_at_all()
    {
        using var disk = new SmallDisk(Megabytes);
        var database = disk.File("books.db");
        var titles = new List<string?>();
        await using (var server = await ChildServer.Start(database, Settings))
        {
            using var api = new Api(server.Address);
            for (var i = 0; i < 20; i++)
                titles.Add((await api.Create(TestBooks.Minimal().With("title", $"Volume {i}"))).Text("title"));
            await server.Kill();
        }
        disk.MakeReadOnly();

        var (shown, refusal) = await ChildServer.TryToStart(database, [.. Settings, ("Database:ReadOnly", "true")], []);

        refusal?.ShouldBeRefused("");
        await using (shown)
        {
            if (shown is not null)
            {
                using var api = new Api(shown.Address);
                Assert.Equal(titles.Order(), (await api.List("per_page=100")).Titles().Order());
            }
        }
        disk.MakeWritable();
        await using var last = await ChildServer.Start(database, Settings);
        using var later = new Api(last.Address);
        Assert.Equal(titles.Order(), (await later.List("per_page=100")).Titles().Order());
    }
}
