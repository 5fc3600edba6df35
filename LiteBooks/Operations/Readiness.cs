using LiteBooks.Backups;

namespace LiteBooks.Operations;

/// <summary>Finds out, when asked, whether the server can do its work.</summary>
public sealed class Readiness(StateRepository state, LastBackup backup, Settings settings, TimeProvider clock)
{
    // The write-ahead log at its usual largest, a change of a megabyte and what else writes there.
    private const long LeastFreeBytes = 24 * 1024 * 1024;

    public async Task<ReadinessResponse> Check(CancellationToken cancel)
    {
        var database = await Complaint(state.Probe);
        var migrations = database is null && !state.IsMigrated() ? "The database has other migrations than this program: another program has changed it." : null;
        var writable = settings.ReadOnly ? null : await Complaint(() => state.ProbeWriting(cancel));
        return ReadinessResponse.Of(database, migrations, writable, DiskComplaint(), backup.At, clock.GetUtcNow());
    }

    private static async Task<string?> Complaint(Func<Task> probe)
    {
        try
        {
            await probe();
            return null;
        }
        catch (DatabaseUnavailableException e)
        {
            return e.Failure.Detail;
        }
    }

    private string? DiskComplaint() =>
        !settings.ReadOnly && Disk.FreeBytes(settings) < LeastFreeBytes ? "The disk that holds the database is almost full." : null;
}
