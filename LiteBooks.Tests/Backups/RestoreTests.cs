using LiteBooks.Data;
using LiteBooks.Tests.Cli;
using LiteBooks.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Tests.Backups;

public sealed class RestoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Database => _folder.File("litebooks.db");

    private string Backup => _folder.File("backup.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_restored_catalogue_is_served_and_the_one_from_before_is_kept()
    {
        string tag;
        await using (var server = await Start())
        {
            using var api = new Api(server.Address);
            tag = (await api.Get("/api/v1/books/1")).ShouldBe(200).Text;
            CommandRun.Of(_folder, "backup", "backup.db").ShouldExit(0);
            File.WriteAllBytes(Database + ".key", [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
            await api.Create();
            // What it has written last is in the log alone.
            await server.Kill();
        }
        var run = CommandRun.Of(_folder, "restore", "backup.db").ShouldExit(0);

        Assert.Contains("5 books, 5 authors", run.Output, StringComparison.Ordinal);
        var aside = Assert.Single(Directory.GetFiles(_folder.Path, "litebooks.db.*-before-restore"));
        Assert.Contains(aside, run.Output, StringComparison.Ordinal);
        Assert.Equal("6", Count(aside));
        Assert.Equal("5", Count(Database));
        Assert.Equal(["litebooks.db"], Directory.GetFiles(_folder.Path, "litebooks.db*").Select(Path.GetFileName).Except([Path.GetFileName(aside), "litebooks.db.key", "litebooks.db.lock"]));
        await using var again = await Start();
        using var after = new Api(again.Address);
        Assert.Equal(tag, (await after.Get("/api/v1/books/1")).ShouldBe(200).Text);
        Assert.Equal(5, await after.Count());
        Assert.Equal(32, File.ReadAllBytes(Database + ".key").Length);
    }

    [Theory]
    [InlineData("text", "not an SQLite database")]
    [InlineData("damaged", "damaged")]
    [InlineData("dangling", "refers to one that is not there")]
    [InlineData("newer", "newer LiteBooks")]
    [InlineData("foreign", "not a backup of a LiteBooks catalogue")]
    [InlineData("incomplete", "it lacks the table users")]
    [InlineData("prepared", "it has a trigger once_restored that is not LiteBooks'")]
    [InlineData("impossible", "CHECK constraint failed in books")]
    [InlineData("empty", "not a backup of a LiteBooks catalogue")]
    [InlineData("missing", "There is no file")]
    [InlineData("itself", "is the database itself")]
    public void A_bad_file_is_not_restored_and_nothing_is_changed(string kind, string because)
    {
        Lay(Database, books: 2);
        var file = kind == "itself" ? Database : MakeBad(kind);
        var before = Everything();

        CommandRun.Of(_folder, "restore", file).ShouldBeRefused(because);
        CommandRun.Of(_folder, "restore", file, "--dry-run").ShouldBeRefused(because);

        Assert.Equal(before, Everything());
    }

    [Fact]
    public async Task A_token_that_was_ended_since_the_backup_is_not_good_again()
    {
        (string, string) token;
        await using (var server = await Start())
        {
            using var api = new Api(server.Address);
            (await api.Post(TestUsers.Path, TestUsers.New("ada", "admin"))).ShouldBe(201);
            token = Team.Bearer(await api.SignIn("ada", Team.Password));
            (await api.Get("/auth/me", token)).ShouldBe(200);
            CommandRun.Of(_folder, "backup", "backup.db").ShouldExit(0);
        }

        CommandRun.Of(_folder, "restore", "backup.db").ShouldExit(0);

        await using var again = await Start();
        using var after = new Api(again.Address);
        (await after.Get("/auth/me", token)).ShouldBeProblem(401, "invalid_token");
        (await after.Get("/auth/me", Team.Bearer(await after.SignIn("ada", Team.Password)))).ShouldBe(200);
    }

    [Fact]
    public void A_dry_run_only_looks()
    {
        Lay(Database, books: 2);
        Lay(Backup, books: 3);
        var before = Everything();

        Assert.StartsWith("Could restore", CommandRun.Of(_folder, "restore", "backup.db", "--dry-run").ShouldExit(0).Output, StringComparison.Ordinal);

        Assert.Equal(before, Everything());
    }

    [Fact]
    public void A_backup_of_an_older_LiteBooks_is_migrated_and_stays_as_it_is()
    {
        Lay(Database, books: 2);
        new Migrator(new Connections(TestSettings.ForDatabase(Backup)), [.. Migrations.Embedded.Take(5)], NullLogger<Migrator>.Instance).Migrate();
        Damage.Change(Backup, "INSERT INTO authors (name, name_key, name_folded, created_at) VALUES ('Old', 'old', 'old', 1)");
        var backup = File.ReadAllBytes(Backup);

        Assert.Contains("0 books, 1 authors", CommandRun.Of(_folder, "restore", "backup.db").ShouldExit(0).Output, StringComparison.Ordinal);

        using var restored = TestDatabase.Connect(Database);
        Assert.Equal(Migrations.Embedded.Select(migration => migration.Name), restored.Rows("SELECT ScriptName FROM SchemaVersions ORDER BY ScriptName"));
        Assert.Equal(backup, File.ReadAllBytes(Backup));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.bak"));
    }

    [Fact]
    public void A_damaged_database_is_replaced_and_kept_with_its_log()
    {
        Lay(Database, books: 2);
        Lay(Backup, books: 3);
        Damage.TheHeader(Database);
        File.WriteAllText(Database + "-wal", "a log that no longer fits");
        var damaged = File.ReadAllBytes(Database);

        CommandRun.Of(_folder, "restore", "backup.db").ShouldExit(0);

        var aside = Assert.Single(Directory.GetFiles(_folder.Path, "*-before-restore"));
        Assert.Equal(damaged, File.ReadAllBytes(aside));
        Assert.Equal("a log that no longer fits", File.ReadAllText(aside + "-wal"));
        Assert.False(File.Exists(Database + "-wal"));
        Assert.Equal("3", Count(Database));
    }

    [Fact]
    public void Where_there_is_no_database_the_backup_becomes_it()
    {
        Lay(Backup, books: 3);
        File.WriteAllText(Database + "-wal", "a log of a database that is gone");

        CommandRun.Of(_folder, "restore", "backup.db").ShouldExit(0);

        Assert.Equal("3", Count(Database));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*-before-restore"));
        Assert.False(File.Exists(Database + "-wal"));
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_server()
    {
        Lay(Backup, books: 3);
        await using var server = await Start();

        CommandRun.Of(_folder, "restore", "backup.db").ShouldBeRefused($"(process {server.ProcessId})");
        CommandRun.Of(_folder, "restore", "backup.db", "--dry-run").ShouldExit(0);

        using var api = new Api(server.Address);
        Assert.Equal(5, await api.Count());
    }

    [Fact]
    public void Nor_while_any_other_process_has_the_database_open()
    {
        Lay(Database, books: 2);
        Lay(Backup, books: 3);
        using (var other = TestDatabase.Connect(Database))
        {
            other.Run("PRAGMA journal_mode = WAL");
            Assert.Equal(["2"], other.Rows("SELECT COUNT(*) FROM books"));
            CommandRun.Of(_folder, "restore", "backup.db", "--Database:BusyTimeoutSeconds=1").ShouldBeRefused("in use by another process");
        }
        Assert.Equal("2", Count(Database));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*-before-restore"));
        CommandRun.Of(_folder, "restore", "backup.db").ShouldExit(0);
    }

    [Fact]
    public void Nothing_is_restored_read_only()
    {
        Lay(Database, books: 2);
        Lay(Backup, books: 3);
        CommandRun.Of(_folder, "restore", "backup.db", "--Database:ReadOnly=true").ShouldBeRefused("Database:ReadOnly is on");
    }

    private Task<ChildServer> Start() => ChildServer.Start(Database, []);

    private string MakeBad(string kind)
    {
        if (kind is not ("missing" or "text" or "foreign" or "empty"))
            Lay(Backup, books: 3);
        switch (kind)
        {
            case "text":
                File.WriteAllText(Backup, new string('x', 5000));
                break;
            case "empty":
                File.WriteAllText(Backup, "");
                break;
            case "damaged":
                Damage.AnIndexPage(Backup);
                break;
            case "dangling":
                Damage.AReference(Backup);
                break;
            case "incomplete":
                Damage.Change(Backup, "PRAGMA foreign_keys = OFF; DROP TABLE users");
                break;
            case "prepared":
                Damage.Change(Backup, "CREATE TRIGGER once_restored AFTER INSERT ON books BEGIN DELETE FROM users; END");
                break;
            case "impossible":
                Damage.Change(Backup, "PRAGMA ignore_check_constraints = ON; UPDATE books SET price_cents = -5");
                break;
            case "newer":
                Damage.FromTheFuture(Backup);
                break;
            case "foreign":
                Damage.Change(Backup, "CREATE TABLE recipes (id INTEGER PRIMARY KEY)");
                break;
        }
        return Backup;
    }

    private static void Lay(string file, int books)
    {
        TestDatabase.CopyTo(file);
        using var database = TestDatabase.Connect(file);
        database.Run("INSERT INTO authors (name, name_key, name_folded, created_at) VALUES ('A', 'a', 'a', 1)");
        for (var i = 1; i <= books; i++)
            database.Run("INSERT INTO books (title, title_folded, author_id, author_folded, isbn, isbn_key, price_cents, created_at) VALUES ('B', 'b', 1, 'a', @p0, @p1, 100, 1)", $"97800000000{i:00}", i);
    }

    // Each file with its content, but for the lock, which is empty and stays.
    private List<string> Everything() => [.. Directory.GetFiles(_folder.Path).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}")];

    private static string Count(string file)
    {
        using var database = TestDatabase.Connect(file);
        return database.Rows("SELECT COUNT(*) FROM books")[0];
    }
}
