using LiteBooks.Backups;
using LiteBooks.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Tests.Backups;

[Trait("Category", "InProcess")]
public sealed class BackupWorkerTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly TestClock _clock = new();

    public BackupWorkerTests() => TestDatabase.CopyTo(_folder.File("books.db"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, 0)]
    [InlineData(-90, 0)]
    [InlineData(-60, 0)]
    [InlineData(-20, 40)]
    [InlineData(0, 60)]
    // A backup of a time to come: the clock was set back.
    [InlineData(10000, 0)]
    public void The_next_is_due_so_long_after_the_last(int? lastMinutes, int minutes)
    {
        DateTimeOffset? last = lastMinutes is { } since ? Noon.AddMinutes(since) : null;
        Assert.Equal(TimeSpan.FromMinutes(minutes), BackupWorker.WaitFor(last, Hour, Noon, Noon));
    }

    [Fact]
    public void It_waits_for_a_retry_but_never_longer_than_a_turn()
    {
        Assert.Equal(TimeSpan.FromMinutes(5), BackupWorker.WaitFor(null, Hour, Noon.AddMinutes(5), Noon));
        Assert.Equal(Hour, BackupWorker.WaitFor(null, Hour, Noon.AddDays(5), Noon));
    }

    [Fact]
    public void A_backup_is_remembered_across_restarts()
    {
        var (worker, last, _) = Make();
        Assert.Null(last.At);
        worker.TryMake(Hour, CancellationToken.None);

        Assert.Equal(_clock.GetUtcNow(), last.At);
        Assert.Equal(0, last.Failures);
        var (_, later, _) = Make();
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds(), later.At!.Value.ToUnixTimeSeconds());
    }

    [Fact]
    public void So_many_are_kept()
    {
        var (worker, _, folder) = Make(("Backup:Keep", "3"));
        for (var turn = 0; turn < 5; turn++)
        {
            worker.TryMake(Hour, CancellationToken.None);
            _clock.Advance(Hour);
        }
        var now = _clock.GetUtcNow();
        Assert.Equal([folder.FileOf(now - 3 * Hour), folder.FileOf(now - 2 * Hour), folder.FileOf(now - Hour)], Files());
    }

    [Fact]
    public void The_one_just_made_is_kept_also_where_the_clock_was_set_back()
    {
        var (worker, last, folder) = Make(("Backup:Keep", "1"));
        folder.Prepare();
        File.WriteAllText(folder.FileOf(_clock.GetUtcNow() + 10 * Hour), "");
        worker.TryMake(Hour, CancellationToken.None);

        Assert.Equal([folder.FileOf(last.At!.Value)], Files());
    }

    [Fact]
    public void A_failure_is_counted_and_deletes_nothing()
    {
        var (worker, last, folder) = Make(("Backup:Keep", "1"));
        folder.Prepare();
        string[] old = [folder.FileOf(_clock.GetUtcNow() - 9 * Hour), folder.FileOf(_clock.GetUtcNow() - 8 * Hour)];
        Array.ForEach(old, file => File.WriteAllText(file, ""));
        Damage.AnIndexPage(_folder.File("books.db"));
        worker.TryMake(Hour, CancellationToken.None);

        Assert.Equal(1, last.Failures);
        Assert.NotNull(last.LastError);
        Assert.Null(last.At);
        Assert.Equal(old, Files());
    }

    [Fact]
    public void A_stop_gives_up_what_is_under_way_and_leaves_nothing_of_it()
    {
        var (worker, last, _) = Make();
        worker.TryMake(Hour, new CancellationToken(canceled: true));

        Assert.Equal(0, last.Failures);
        Assert.Null(last.At);
        Assert.Empty(Files());
    }

    private (BackupWorker Worker, LastBackup Last, BackupFolder Folder) Make(params (string, string)[] more)
    {
        var settings = TestSettings.Read([("Database:Path", _folder.File("books.db")), ("Backup:Every", "1h"), .. more]);
        var folder = new BackupFolder(settings);
        var last = new LastBackup(folder, _clock);
        return (new BackupWorker(settings, folder, last, _clock, NullLogger<BackupWorker>.Instance), last, folder);
    }

    private IEnumerable<string> Files() => Directory.GetFiles(_folder.File("books.db.backups")).Order(StringComparer.Ordinal);
}
