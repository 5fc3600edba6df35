using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Backups;

/// <summary>Backups that a server makes by itself.</summary>
public sealed class ScheduledBackupTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Database => _folder.File("books.db");

    private string Backups => Database + ".backups";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_is_made_soon_after_the_start_and_holds_what_the_server_holds()
    {
        await using var server = await Start();
        await server.ShouldWrite("Backed up 5 books to ");

        var file = Assert.Single(Directory.GetFiles(Backups));
        Assert.Matches(@"litebooks-\d{8}T\d{6}Z\.db$", file);
        using var backup = TestDatabase.Connect(file);
        Assert.Equal(["5"], backup.Rows("SELECT COUNT(*) FROM books"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Backups));
    }

    [Fact]
    public async Task Old_ones_and_leftovers_go_and_nothing_else()
    {
        Directory.CreateDirectory(Backups);
        string[] there =
        [
            "litebooks-20200101T000000Z.db", "litebooks-20200102T000000Z.db", "litebooks-20200103T000000Z.db", "litebooks-20200104T000000Z.db.0a1b2c3d.partial",
            "litebooks-copy.db", "notes.db", "litebooks-20200105T000000Z.db.gz",
        ];
        foreach (var name in there)
            File.WriteAllText(Path.Combine(Backups, name), "");

        await using var server = await Start(("Backup:Keep", "2"));
        await server.ShouldWrite("Backed up 5 books to ");

        var left = Directory.GetFiles(Backups).Select(file => Path.GetFileName(file)!).ToList();
        Assert.Single(left.Except(there));
        Assert.Equal(["litebooks-20200103T000000Z.db", "litebooks-20200105T000000Z.db.gz", "litebooks-copy.db", "notes.db"], left.Intersect(there).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_failure_is_told_and_the_server_goes_on()
    {
        File.WriteAllText(_folder.File("file"), "");
        await using var server = await Start(("Backup:Folder", _folder.File("file/below")));
        await server.ShouldWrite("The backup failed");

        using var api = new Api(server.Address);
        (await api.Post(Api.Books, TestBooks.Minimal())).ShouldBe(201);
    }

    private Task<ChildServer> Start(params (string, string)[] settings) => ChildServer.Start(Database, [("Backup:Every", "1h"), .. settings]);
}
