using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>
/// What happens where the write-ahead log that a kill left is not as it was left. SQLite has a checksum on each part of it: what is
/// behind the damage is gone, and what is before it is whole.
/// </summary>
[Trait("Category", "Faults")]
public sealed class DamagedLogTests : FaultGround
{
    private const int Books = 40;

    public static TheoryData<string> Damages => ["flipped at the end", "flipped in the midst", "flipped header", "cut to half", "cut to nothing", "garbage"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_log_costs_the_last_changes_and_never_leaves_half_of_one(string damage)
    {
        await FillAndKill();
        Damage(damage);

        await ShouldServeTheBeginning();
    }

    [Fact]
    public async Task The_log_of_another_database_is_refused_and_changes_nothing()
    {
        await FillAndKill();
        File.WriteAllBytes(Database + "-wal", ForeignLog());
        File.Delete(Database + "-shm");
        var before = File.ReadAllBytes(Database);

        var (_, refusal) = await ChildServer.TryToStart(Database, Settings, []);

        Assert.NotNull(refusal);
        refusal.ShouldBeRefused("It was not changed.");
        Assert.Equal(before, File.ReadAllBytes(Database));
        // The operator takes it away.
        File.Delete(Database + "-wal");
        await ShouldServeTheBeginning();
    }

    [Fact]
    public async Task A_log_that_is_overwritten_while_serving_ends_nothing()
    {
        await using var server = await Start();
        using var api = new Api(server.Address);
        for (var i = 0; i < Books; i++)
            await api.Create();
        DamagedFile.Garble(Database + "-wal");

        for (var i = 0; i < Books; i++)
        {
            var read = await api.Get($"{Api.Books}?per_page=100&page={i % 3 + 1}");
            if (read.Status != 200)
                read.ShouldBeProblem(503, "database_damaged");
            var write = await api.Post(Api.Books, TestBooks.Full());
            if (write.Status != 201)
                write.ShouldBeProblem(503, "database_damaged");
        }
        (await api.Get("/health/live")).ShouldBe(200);
    }

    // What is there is the beginning of what was written.
    private async Task ShouldServeTheBeginning()
    {
        await using var server = await Start();
        using var api = new Api(server.Address);
        var kept = (await api.List("per_page=100")).Titles().ToList();
        Assert.Equal(Enumerable.Range(0, kept.Count).Select(i => $"Volume {i:000}"), kept.Order(StringComparer.Ordinal));
        await api.Create();
        (await api.Get("/health/ready")).ShouldBe(200);
        ShouldBeWhole();
    }

    private async Task FillAndKill()
    {
        await using var server = await Start();
        using var api = new Api(server.Address);
        for (var i = 0; i < Books; i++)
            await api.Create(TestBooks.Minimal().With("title", $"Volume {i:000}"));
        await server.Kill();
    }

    private void Damage(string damage)
    {
        var log = Database + "-wal";
        var length = new FileInfo(log).Length;
        switch (damage)
        {
            case "flipped at the end": DamagedFile.Flip(log, length - 2000, 100); break;
            case "flipped in the midst": DamagedFile.Flip(log, length / 2, 100); break;
            case "flipped header": DamagedFile.Flip(log, 0, 32); break;
            case "cut to half": DamagedFile.CutTo(log, length / 2 + 17); break;
            case "cut to nothing": DamagedFile.CutTo(log, 0); break;
            case "garbage": DamagedFile.Garble(log); break;
            default: throw new ArgumentOutOfRangeException(nameof(damage), damage, "Unknown.");
        }
    }

    // Of another database; that its pages are whole makes it worse.
    private byte[] ForeignLog()
    {
        var other = Folder.File("other.db");
        using var database = TestDatabase.Connect(other);
        database.Run("PRAGMA journal_mode = WAL");
        database.Run("CREATE TABLE foreign_rows (text TEXT)");
        return File.ReadAllBytes(other + "-wal");
    }

    private void ShouldBeWhole()
    {
        using var database = TestDatabase.Connect(Database);
        Assert.Equal(["ok"], database.Rows("PRAGMA integrity_check"));
        Assert.Empty(database.Rows("PRAGMA foreign_key_check"));
    }
}
