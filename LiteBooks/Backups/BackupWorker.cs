using LiteBooks.Data;

namespace LiteBooks.Backups;

/// <summary>
/// Makes backups while the server runs. Each is due so long after the last one in the folder, so restarts neither skip one nor
/// make more. A stop gives up what is under way and leaves nothing of it.
/// </summary>
internal sealed class BackupWorker(Settings settings, BackupFolder folder, LastBackup last, TimeProvider clock, ILogger<BackupWorker> log) : BackgroundService
{
    // The start itself comes first.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(1);

    // Short enough to notice a clock that was set, or a machine that slept.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(5);

    private DateTimeOffset _notBefore = clock.GetUtcNow() + AfterStart;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var every = settings.Backup.Every!.Value;
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = WaitFor(last.At, every, _notBefore, clock.GetUtcNow());
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait < LongestSleep ? wait : LongestSleep, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            else
                TryMake(every, stoppingToken);
        }
    }

    /// <summary>How long until the next backup is due; nothing or less: now. A clock that was set back does not put it off for longer than <paramref name="every"/>.</summary>
    internal static TimeSpan WaitFor(DateTimeOffset? last, TimeSpan every, DateTimeOffset notBefore, DateTimeOffset now)
    {
        var due = last <= now ? last.Value + every : now;
        var wait = (due > notBefore ? due : notBefore) - now;
        return wait < every ? wait : every;
    }

    /// <summary>Makes a backup now. A failure is told and counted, and the next attempt comes sooner than the next turn.</summary>
    internal void TryMake(TimeSpan every, CancellationToken cancel)
    {
        try
        {
            Make(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            log.LogInformation("The backup under way was given up, because the server stops");
        }
        catch (Exception e)
        {
            // A worker that ends takes the server with it.
            last.Failed(e.Message);
            var wait = every < LongestRetry ? every : LongestRetry;
            _notBefore = clock.GetUtcNow() + wait;
            log.LogError("The backup failed, and is tried again in {Minutes} minutes: {Reason}", Math.Round(wait.TotalMinutes, 1), e.Message);
        }
    }

    private void Make(CancellationToken cancel)
    {
        folder.Prepare();
        var at = clock.GetUtcNow();
        var made = new CatalogueBackup(settings).Write(folder.FileOf(at), overwrite: true, cancel);
        last.Succeeded(at);
        Prune(made.File);
        log.LogInformation("Backed up {Books} books to {File} ({Bytes} bytes)", made.Books, made.File, made.Bytes);
    }

    private void Prune(string made)
    {
        try
        {
            folder.Prune(settings.Backup.Keep, made);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The backup itself is there.
            log.LogWarning("An old backup could not be deleted: {Reason}", e.Message);
        }
    }
}
