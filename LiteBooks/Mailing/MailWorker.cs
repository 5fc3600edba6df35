using LiteBooks.Data;

namespace LiteBooks.Mailing;

/// <summary>
/// Sends what lies in the outbox: after the commit of its cause, at least once, and again with growing waits after a failure.
/// What a stop or a crash interrupts is sent at the next start.
/// </summary>
internal sealed class MailWorker(OutboxRepository outbox, IMailCarrier carrier, TimeProvider clock, ILogger<MailWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterError = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    // A week of trying. What waited while no server ran has not been tried.
    private const int MostAttempts = 180;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Looked for and not told: a command line beside the server adds mails too.
                if (!await SendNext(stoppingToken))
                    await Task.Delay(Pause, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // A worker that ends takes the server with it; a busy database is usually free again in a moment.
                log.LogError(e, "The outbox cannot be emptied now; it is tried again");
                await Task.Delay(AfterError, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // One at a time, and to its end: a stop waits for the mail at hand, which the carrier's own time-out bounds.
    private async Task<bool> SendNext(CancellationToken stopping)
    {
        await outbox.Prune();
        if (outbox.Next() is not { } mail)
            return false;
        var error = await TrySend(mail);
        // A mail that was sent, and is not known to be, would be sent again and again as long as the disk is full.
        await PatientWrite.Store(() => Note(mail, error), clock, log, stopping);
        return true;
    }

    private Task Note(OutboxRow mail, string? error)
    {
        if (error is null)
            return outbox.MarkSent(mail.Id);
        return mail.Attempts + 1 < MostAttempts
            ? outbox.Postpone(mail.Id, WaitAfter(mail.Attempts), error)
            : outbox.GiveUp(mail.Id, error);
    }

    private async Task<string?> TrySend(OutboxRow mail)
    {
        try
        {
            await carrier.Send(mail);
            return null;
        }
        catch (Exception e)
        {
            log.LogWarning(e, "The mail {Id} ({Kind}) could not be sent; this was attempt {Attempt}", mail.Id, mail.Kind, mail.Attempts + 1);
            return e.Message;
        }
    }

    /// <summary>How long to wait after so many failures and one more: 2 seconds, doubled each time, up to an hour.</summary>
    internal static TimeSpan WaitAfter(long attempts) => attempts > 10 ? LongestWait : TimeSpan.FromSeconds(Math.Min(2 << (int)attempts, LongestWait.TotalSeconds));
}
