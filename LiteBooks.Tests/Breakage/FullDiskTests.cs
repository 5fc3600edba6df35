using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

[Trait("Category", "Faults")]
public sealed class FullDiskTests : FaultGround
{
    // More than what the server wants to have left before it calls itself ready.
    private const int Megabytes = 48;

    [SkippableFact]
    public async Task A_full_disk_refuses_writes_and_nothing_else_until_there_is_room()
    {
        using var disk = new SmallDisk(Megabytes);
        var promises = new Promises(clients: 4);
        await using (var server = await ChildServer.Start(disk.File("books.db"), Settings))
        {
            using var api = new Api(server.Address);
            await promises.RunFor(server.Address, TimeSpan.FromSeconds(1));
            Assert.Empty(promises.Refusals);
            using (var stop = new CancellationTokenSource())
            {
                var writing = promises.Run(server.Address, stop.Token);
                disk.Fill();
                await Eventually.Is(() => promises.Refusals.Count > 0);
                (await api.Get(Api.Books)).ShouldBe(200);
                Assert.Contains("disk", (await api.Get("/health/ready")).ShouldBeProblem(503, "not_ready").Detail, StringComparison.Ordinal);
                (await api.Get("/health/live")).ShouldBe(200);
                disk.MakeRoom();
                await Recovers(promises.One, api);
                await stop.CancelAsync();
                await writing;
            }
            Assert.Equal(["database_full"], promises.Refusals);
            await promises.RunFor(server.Address, TimeSpan.FromSeconds(1));
            promises.ShouldBeKept(disk.File("books.db"));
            Assert.Equal(0, await server.Terminate());
        }
        promises.ShouldBeKept(disk.File("books.db"));
    }

    [SkippableFact]
    public async Task What_was_acknowledged_outlives_a_kill_on_a_full_disk()
    {
        using var disk = new SmallDisk(Megabytes);
        var promises = new Promises(clients: 4);
        await using (var server = await ChildServer.Start(disk.File("books.db"), Settings))
        {
            using var stop = new CancellationTokenSource();
            var writing = promises.Run(server.Address, stop.Token);
            disk.Fill();
            await Eventually.Is(() => promises.Refusals.Count > 0);
            await server.Kill();
            await writing;
        }
        // What it left is larger than what is left: it starts and says what is wrong, or refuses to and says why.
        var (again, refusal) = await ChildServer.TryToStart(disk.File("books.db"), Settings, []);
        refusal?.ShouldBeRefused("");
        if (again is not null)
            await again.DisposeAsync();

        disk.MakeRoom();
        await using var last = await ChildServer.Start(disk.File("books.db"), Settings);
        using var api = new Api(last.Address);
        await Recovers(promises.One, api);
        promises.ShouldBeKept(disk.File("books.db"));
    }

    [SkippableFact]
    public async Task A_new_catalogue_without_any_room_is_refused_in_one_line_and_begins_once_there_is_room()
    {
        using var disk = new SmallDisk(megabytes: 1);
        disk.Fill();

        var (_, refusal) = await ChildServer.TryToStart(disk.File("books.db"), Settings, []);

        Assert.NotNull(refusal);
        refusal.ShouldBeRefused("books.db");
        disk.MakeRoom();
        await using var server = await ChildServer.Start(disk.File("books.db"), Settings);
        using var api = new Api(server.Address);
        await api.Create();
    }
}
