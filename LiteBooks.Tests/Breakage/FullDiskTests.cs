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
        WriteBooks(folder);
        CommandRun Import(string file) => CommandRun.Of(folder, "import", file, "--database", disk.File("books.db"));

        var refused = Import("many.csv");

        refused.ShouldExit(2);
        Assert.EndsWith("litebooks: The disk is full. Nothing was changed.\n", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["books.db"], Directory.GetFiles(disk.Path).Select(Path.GetFileName));
        Assert.Contains("1 added", Import("one.csv").ShouldExit(0).Output, StringComparison.Ordinal);
        using var database = TestDatabase.Connect(disk.File("books.db"));
        Assert.Equal(["Emma"], database.Rows("SELECT title FROM books"));
        Assert.Equal(["ok"], database.Rows("PRAGMA integrity_check"));
    }

    [SkippableFact]
    public void An_import_beside_other_books_says_at_which_line_the_disk_was_full()
    {
        using var disk = new SmallDisk(megabytes: 12);
        using var folder = new TempFolder();
        WriteBooks(folder);
        CommandRun Import(string file) => CommandRun.Of(folder, "import", file, "--database", disk.File("books.db"));
        Import("one.csv").ShouldExit(0);

        var stopped = Import("many.csv").ShouldExit(2);

        using var database = TestDatabase.Connect(disk.File("books.db"));
        var stored = (long)database.Scalar("SELECT COUNT(*) FROM books")! - 1;
        Assert.InRange(stored, 500, 14_500);
        Assert.Contains($"{stored} added", stopped.Output, StringComparison.Ordinal);
        Assert.Contains($"Stopped at line {stored + 2}, because the disk is full", stopped.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_dry_run_without_room_for_its_copy_is_refused_and_leaves_nothing()
    {
        using var disk = new SmallDisk(megabytes: 1);
        using var folder = new TempFolder();
        WriteBooks(folder);
        CommandRun.Of(folder, "import", "one.csv").ShouldExit(0);
        Directory.CreateDirectory(disk.File("temporary"));
        disk.Fill();

        using var process = CommandRun.Start(folder, [("TMPDIR", disk.File("temporary"))], "import", "one.csv", "--dry-run");

        CommandRun.End(process).ShouldExit(2);
        Assert.Empty(Directory.GetFileSystemEntries(disk.File("temporary")));
    }

    // Many, and one.
    private static void WriteBooks(TempFolder folder)
    {
        var title = new string('x', 200);
        File.WriteAllText(folder.File("many.csv"), "title,author,isbn,price\n" + string.Concat(Enumerable.Range(0, 15_000).Select(i => $"{title} {i},Author,{TestIsbn.Next()},1\n")));
        File.WriteAllText(folder.File("one.csv"), $"title,author,isbn,price\nEmma,Jane Austen,{TestIsbn.Next()},1\n");
    }
}
