using LiteBooks.Data;

namespace LiteBooks.Reports;

/// <summary>
/// Makes the reports that were accepted, one after the other, the oldest first. It computes on a read connection, so that writes
/// go on. When the server stops, it gives up what it holds and puts it back.
/// </summary>
public sealed class ReportWorker(ReportJobs jobs, ReportKinds kinds, Database database, ReportSignal signal, TimeProvider clock, ILogger<ReportWorker> log) : BackgroundService
{
    private const string NoSuchKind = "This server makes no reports of this type.";
    private const string Unreadable = "The database could not be read while this report was made.";
    private const string Unexpected = "Something went wrong inside the server. Its log has the cause under this report's id.";

    // Something else than a request may have added one.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    private readonly PruningTimes _pruningTimes = new(clock);

    private bool _hasTakenUp;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await MakeAll(stoppingToken);
                await signal.Wait(LongestSleep, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it was, the next reports may be made; a busy database is usually free again in a moment.
                log.LogError(e, "Reports cannot be made now");
                await Task.Delay(LongestSleep, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task MakeAll(CancellationToken stopping)
    {
        if (!_hasTakenUp)
            await jobs.TakeUpLost();
        _hasTakenUp = true;
        while (!stopping.IsCancellationRequested && await jobs.Take() is { } job)
            await Make(job, stopping);
        if (_pruningTimes.AreNow())
            await jobs.Prune();
    }

    private async Task Make(ReportJob job, CancellationToken stopping)
    {
        try
        {
            await Store(Compute(job, stopping), stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await jobs.Release(job);
        }
        catch (DatabaseUnavailableException e) when (!job.IsLastAttempt)
        {
            log.LogWarning(e, "Report {ReportId} could not be made now", job.Id);
            await Store(() => jobs.PutBack(job), stopping);
            throw;
        }
        catch (Exception e)
        {
            log.LogError(e, "Report {ReportId} failed", job.Id);
            await Store(() => jobs.Fail(job, e is DatabaseUnavailableException ? Unreadable : Unexpected), stopping);
        }
    }

    // How to store what came of it.
    private Func<Task> Compute(ReportJob job, CancellationToken stopping)
    {
        if (kinds.Find(job.ReportType) is not { } kind)
            return () => jobs.Fail(job, NoSuchKind);
        // They were checked when the report was accepted, perhaps by another version of this program.
        var faults = new Faults();
        kind.Check(job.Filters, faults);
        if (faults.Any)
            return () => jobs.Fail(job, Unintelligible(faults));
        var data = ReportJson.Store(database.Read(connection => kind.Compute(connection, job.Filters, job.AsAdmin), stopping));
        return () => jobs.Complete(job, data);
    }

    private static string Unintelligible(Faults faults) =>
        "This server cannot read the filters: " + string.Join(" ", faults.ToFailure().Faults.Select(fault => $"{fault.Field}: {fault.Message}"));

    // What is not stored would be in the making until the next start.
    private Task Store(Func<Task> write, CancellationToken stopping) => PatientWrite.Store(write, clock, log, stopping);
}
