using LiteBooks.Tests.Cli;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Data;

/// <summary>One server at a time writes a database.</summary>
public sealed class DatabaseLockTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Database => _folder.File("litebooks.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_server_is_refused_and_told_who_the_first_is()
    {
        await using var server = await ChildServer.Start(Database, []);

        var second = CommandRun.Of(_folder, "--urls", "http://127.0.0.1:0");

        second.ShouldBeRefused($"litebooks.db is in use by another LiteBooks (process {server.ProcessId})");
        using var api = new Api(server.Address);
        await api.Create();
    }

    [Fact]
    public async Task Also_under_another_name_of_the_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var server = await ChildServer.Start(Database, []);
        File.CreateSymbolicLink(_folder.File("other.db"), Database);

        CommandRun.Of(_folder, "--urls", "http://127.0.0.1:0", "--database", "other.db").ShouldBeRefused($"(process {server.ProcessId})");
    }

    [Fact]
    public async Task A_second_name_of_the_file_itself_is_refused_before_it_can_do_harm()
    {
        if (!OperatingSystem.IsLinux())
            return;
        await using (await ChildServer.Start(Database, [])) { }
        using (var link = System.Diagnostics.Process.Start("ln", [Database, _folder.File("other.db")]))
            await link.WaitForExitAsync();

        CommandRun.Of(_folder, "--urls", "http://127.0.0.1:0", "--database", "other.db").ShouldBeRefused("has a second name");

        File.Delete(_folder.File("other.db"));
        await using var alone = await ChildServer.Start(Database, []);
    }

    [Fact]
    public async Task A_server_that_was_killed_locks_nothing()
    {
        await using (var first = await ChildServer.Start(Database, []))
            await first.Kill();
        Assert.True(File.Exists(Database + ".lock"));

        await using var second = await ChildServer.Start(Database, []);
        using var api = new Api(second.Address);
        Assert.Equal(5, await api.Count());
    }

    [Fact]
    public async Task Who_only_reads_or_only_writes_a_little_works_beside_a_server()
    {
        await using var server = await ChildServer.Start(Database, []);
        await using var reading = await ChildServer.Start(Database, [("Database:ReadOnly", "true")]);
        File.WriteAllText(_folder.File("books.csv"), $"title,author,isbn,price\nEmma,Jane Austen,{TestIsbn.Next()},7.50\n");

        CommandRun.Of(_folder, "import", "books.csv").ShouldExit(0);
        CommandRun.Of(_folder, "users", "list").ShouldExit(0);
        CommandRun.Of(_folder, "export", "out.csv").ShouldExit(0);
        CommandRun.Of(_folder, "backup", "backup.db").ShouldExit(0);
        CommandRun.Of(_folder, "check", "--urls", "http://127.0.0.1:0").ShouldExit(0);

        using var api = new Api(reading.Address);
        Assert.Equal(6, await api.Count());
    }
}
