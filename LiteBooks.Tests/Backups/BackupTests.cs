using System.Diagnostics;
using LiteBooks.Tests.Cli;
using LiteBooks.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    private const int Writers = 4;

    private readonly TempFolder _folder = new();

    private string Database => _folder.File("litebooks.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backup_under_write_load_is_the_catalogue_of_one_moment_and_holds_nobody_up()
    {
        TestDatabase.CopyTo(Database);
        await using var server = await ChildServer.Start(Database, [("Catalog:Sample", "false")]);
        using var api = new Api(server.Address);
        var acknowledged = 0;
        var stop = false;
        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            while (!Volatile.Read(ref stop))
            {
                await api.Create();
                Interlocked.Increment(ref acknowledged);
            }
        })).ToList();
        await Eventually.Is(() => Volatile.Read(ref acknowledged) > 20);
        for (var turn = 0; turn < 3; turn++)
        {
            var before = Volatile.Read(ref acknowledged);
            var backup = _folder.File($"backup-{turn}.db");
            CommandRun.Of(_folder, "backup", backup).ShouldExit(0);
            var after = Volatile.Read(ref acknowledged);

            Assert.True(after > before, "Nothing was written during the backup.");
            Assert.InRange(ShouldBeOfOneMoment(backup), before, after + Writers);
        }
        Volatile.Write(ref stop, true);
        await Task.WhenAll(writers);
    }

    [Fact]
    public void A_backup_says_what_it_wrote_and_is_one_file_that_only_its_owner_can_read()
    {
        MakeCatalogue();

        var run = CommandRun.Of(_folder, "backup", "backup.db").ShouldExit(0);

        var backup = _folder.File("backup.db");
        Assert.StartsWith($"Wrote {backup}: {new FileInfo(backup).Length} bytes, 5 books.", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
        Assert.Equal(["backup.db"], Files("backup*"));
        using var opened = TestDatabase.Connect(backup);
        using var original = TestDatabase.Connect(Database);
        Assert.Equal("delete", opened.Scalar("PRAGMA journal_mode"));
        Assert.Equal(original.Content(), opened.Content());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_only_by_force()
    {
        MakeCatalogue();
        File.WriteAllText(_folder.File("backup.db"), "mine");

        CommandRun.Of(_folder, "backup", "backup.db").ShouldBeRefused("backup.db is there already");
        Assert.Equal("mine", File.ReadAllText(_folder.File("backup.db")));

        CommandRun.Of(_folder, "backup", "backup.db", "--force").ShouldExit(0);
        Assert.Equal("5", Count(_folder.File("backup.db")));
    }

    [Theory]
    [InlineData("litebooks.db")]
    [InlineData("./other/../litebooks.db")]
    [InlineData("litebooks.db-wal")]
    [InlineData("litebooks.db.key")]
    public void The_database_and_its_companions_are_never_replaced(string file)
    {
        MakeCatalogue();
        CommandRun.Of(_folder, "backup", file, "--force").ShouldBeRefused("belongs to the database itself");
        Assert.Equal(["litebooks.db"], Files("*"));
    }

    [Fact]
    public void Nor_is_the_database_under_another_name()
    {
        if (OperatingSystem.IsWindows())
            return;
        MakeCatalogue();
        Directory.CreateSymbolicLink(_folder.File("link"), _folder.Path);

        CommandRun.Of(_folder, "backup", "link/litebooks.db", "--force").ShouldBeRefused("belongs to the database itself");
        CommandRun.Of(_folder, "backup", "litebooks.db", "--force", "--database", "link/litebooks.db").ShouldBeRefused("belongs to the database itself");
    }

    [Fact]
    public void What_cannot_be_written_or_read_is_told_in_one_line_and_leaves_nothing()
    {
        CommandRun.Of(_folder, "backup", "backup.db").ShouldBeRefused("There is no database");
        MakeCatalogue();
        CommandRun.Of(_folder, "backup", "nowhere/backup.db").ShouldBeRefused("nowhere");
        CommandRun.Of(_folder, "backup", "litebooks.db/backup.db").ShouldBeRefused("litebooks.db/backup.db could not be made");
        CommandRun.Of(_folder, "backup", ".").ShouldBeRefused("is a folder");
        Damage.AnIndexPage(Database);
        CommandRun.Of(_folder, "backup", "backup.db").ShouldExit(2);
        Damage.TheHeader(Database);
        CommandRun.Of(_folder, "backup", "backup.db").ShouldBeRefused("not an SQLite database");

        Assert.Equal(["litebooks.db"], Files("*"));
    }

    [Fact]
    public async Task A_backup_that_is_killed_leaves_nothing_under_its_name_and_the_next_one_clears_up()
    {
        MakeCatalogue();
        using (Hold())
        using (var process = await StartBackup())
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        Assert.Equal(["partial"], Files("backup.db*").Select(file => file.Split('.')[^1]).Distinct());

        CommandRun.Of(_folder, "backup", "backup.db").ShouldExit(0);
        Assert.Equal(["backup.db"], Files("backup.db*"));
    }

    [SkippableFact]
    public async Task An_interrupted_backup_leaves_nothing()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no interrupt signal to send on Windows.");
        MakeCatalogue();
        Damage.Change(Database, "CREATE TABLE filler (content BLOB); INSERT INTO filler WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 64) SELECT randomblob(1048576) FROM n");
        using var holder = Hold();
        using var process = await StartBackup();
        Signal.Terminate(process);
        // A thread of the process notes the signal.
        await Task.Delay(500);
        holder.Dispose();

        CommandRun.End(process).ShouldBeRefused("Interrupted");
        Assert.Equal(["litebooks.db"], Files("*"));
    }

    private static long ShouldBeOfOneMoment(string backup)
    {
        using var database = TestDatabase.Connect(backup);
        var books = (long)database.Scalar("SELECT COUNT(*) FROM books")!;
        // Ids are given without a gap here, and each book came with its entry of the audit and of the index.
        Assert.Equal(books, database.Scalar("SELECT max(id) FROM books"));
        Assert.Equal(books, database.Scalar("SELECT COUNT(*) FROM audit WHERE resource = 'books'"));
        Assert.Equal(books, database.Scalar("SELECT COUNT(*) FROM title_search WHERE title_search MATCH 'book'"));
        Assert.Equal(["ok"], database.Rows("PRAGMA integrity_check"));
        Assert.Empty(database.Rows("PRAGMA foreign_key_check"));
        return books;
    }

    [Fact]
    public void What_is_no_file_is_not_replaced_even_by_force()
    {
        if (!OperatingSystem.IsLinux())
            return;
        MakeCatalogue();
        using (var make = Process.Start("mkfifo", [_folder.File("pipe")]))
            make.WaitForExit();

        CommandRun.Of(_folder, "backup", "pipe", "--force").ShouldBeRefused("is no file");
        CommandRun.Of(_folder, "backup", "").ShouldBeRefused("Name the file");

        Assert.False(File.GetAttributes(_folder.File("pipe")).HasFlag(FileAttributes.Directory));
        Assert.Empty(Files("*.partial"));
    }

    // While another holds the database, a backup has made its file and waits for the first page: it cannot be over too soon.
    private SqliteConnection Hold()
    {
        var holder = TestDatabase.Connect(Database);
        holder.Run("PRAGMA locking_mode = EXCLUSIVE");
        holder.Run("BEGIN EXCLUSIVE");
        return holder;
    }

    private async Task<Process> StartBackup()
    {
        var process = CommandRun.Start(_folder, "backup", "backup.db", "--Database:BusyTimeoutSeconds=120");
        await Eventually.Is(() => Files("backup.db.*.partial").Any() || process.HasExited);
        return process;
    }

    // The sample, by whatever program is tested; nothing of the kind lies beside it.
    private void MakeCatalogue()
    {
        TestDatabase.CopyTo(Database);
        File.WriteAllText(_folder.File("books.csv"), "title,author,isbn,price\n" + string.Concat(Enumerable.Range(1, 5).Select(i => $"Book {i},Author {i},{TestIsbn.Next()},1\n")));
        CommandRun.Of(_folder, "import", "books.csv").ShouldExit(0);
        File.Delete(_folder.File("books.csv"));
    }

    private IEnumerable<string> Files(string pattern) => Directory.GetFiles(_folder.Path, pattern).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    private static string Count(string file)
    {
        using var database = TestDatabase.Connect(file);
        return database.Rows("SELECT COUNT(*) FROM books")[0];
    }
}
