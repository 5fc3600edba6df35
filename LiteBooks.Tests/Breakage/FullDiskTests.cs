using LiteBooks.Tests.Cli;
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

    // The disk is full while the books are stored, or when there is room for them but not for their indexes.
    [SkippableTheory]
    [InlineData(6)]
    [InlineData(22)]
    public void A_catalogue_that_has_no_room_for_an_import_is_left_as_it_was(int megabytes)
    {
        using var disk = new SmallDisk(megabytes);
        using var folder = new TempFolder();
        var title = new string('x', 200);
        File.WriteAllText(folder.File("many.csv"), "title,author,isbn,price\n" + string.Concat(Enumerable.Range(0, 15_000).Select(i => $"{title} {i},Author,{TestIsbn.Next()},1\n")));
        File.WriteAllText(folder.File("one.csv"), $"title,author,isbn,price\nEmma,Jane Austen,{TestIsbn.Next()},1\n");
        CommandRun Import(string file) => CommandRun.Of(folder, "import", file, "--database", disk.File("books.db"));

        var refused = Import("many.csv");

        refused.ShouldExit(2);
        Assert.EndsWith("litebooks: The disk is full. Nothing was changed.\n", refused.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(disk.Path, "*.partial"));
        Assert.Contains("1 added", Import("one.csv").ShouldExit(0).Output, StringComparison.Ordinal);
        using var database = TestDatabase.Connect(disk.File("books.db"));
        Assert.Equal(["Emma"], database.Rows("SELECT title FROM books"));
        Assert.Equal(["ok"], database.Rows("PRAGMA integrity_check"));
    }
}
