using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Reports;

/// <summary>
/// The SQL of the making of reports. A result counts only for the attempt that it is of, so a report that was deleted or put back
/// meanwhile is neither brought back nor finished twice.
/// </summary>
public sealed class ReportJobs(Database database, AuditTrail audit, TimeProvider clock, Settings settings)
{
    private const string GivenUp = "The making of this report was begun three times and never came to its end: the server crashed, or could not read its database.";

    // A write has to be short: all others wait for it.
    private const int MostPruned = 100;

    /// <summary>Call it before anything is made: what is found in the making was left there by a server that died.</summary>
    public Task<Outcome<int>> TakeUpLost() => database.Write<int>(connection => connection.Execute("""
        UPDATE reports
        SET status = iif(attempts - released < @MostAttempts, 'pending', 'failed'),
            error = iif(attempts - released < @MostAttempts, NULL, @Error),
            finished_at = iif(attempts - released < @MostAttempts, NULL, @Now),
            version = version + 1
        WHERE status IN ('pending', 'processing') AND status = 'processing'
        """, new UnfinishedReports(ReportLimits.Attempts, GivenUp, Now)));

    /// <summary>The oldest report that waits, now in the making; null where none waits.</summary>
    public async Task<ReportJob?> Take()
    {
        // Reading first: who only looks does not take the writer.
        if (database.Read(connection => connection.ExecuteScalar<long>($"SELECT EXISTS ({Waiting})")) == 0)
            return null;
        var taken = await database.Write<ReportJob>(connection => connection.QuerySingleOrDefault<ReportJob>($"""
            UPDATE reports
            SET status = 'processing', attempts = attempts + 1, version = version + 1
            WHERE id = ({Waiting} ORDER BY id LIMIT 1)
            RETURNING id, report_type, filters, as_admin, attempts, released
            """) is { } job ? job : new NotFound("No report waits."));
        return taken.Failure is null ? taken.Value : null;
    }

    public Task Complete(ReportJob job, string data) => Finish(new(job.Id, job.Attempts, ReportStatus.Completed, data, null, Now));

    /// <param name="reason">It is shown to whoever sees the report.</param>
    public Task Fail(ReportJob job, string reason) => Finish(new(job.Id, job.Attempts, ReportStatus.Failed, null, reason, Now));

    /// <summary>Puts a report back among those that wait, after an attempt that failed.</summary>
    public Task PutBack(ReportJob job) => PutBack(new ReportAttempt(job.Id, job.Attempts, 0));

    /// <summary>The same because the server stops, which is no attempt less: a server may be stopped as often as one likes.</summary>
    public Task Release(ReportJob job) => PutBack(new ReportAttempt(job.Id, job.Attempts, 1));

    /// <summary>Deletes reports that were finished longer ago than they are kept.</summary>
    public async Task Prune()
    {
        while ((await database.Write<int>(PruneSome)).Value == MostPruned)
        {
        }
    }

    // The index of the unfinished serves it, because its condition stands here word by word.
    private const string Waiting = "SELECT id FROM reports WHERE status IN ('pending', 'processing') AND status = 'pending'";

    // The number of the attempt stays, so that no later one is taken for it.
    private Task<Outcome<int>> PutBack(ReportAttempt attempt) => database.Write<int>(connection => connection.Execute("""
        UPDATE reports
        SET status = 'pending', released = released + @Released, version = version + 1
        WHERE id = @Id AND status = 'processing' AND attempts = @Attempts
        """, attempt));

    private Task<Outcome<int>> Finish(ReportResult result) => database.Write<int>(connection => connection.Execute("""
        UPDATE reports
        SET status = @Status, data = @Data, error = @Error, finished_at = @Now, version = version + 1
        WHERE id = @Id AND status = 'processing' AND attempts = @Attempts
        """, result));

    private Outcome<int> PruneSome(SqliteConnection connection)
    {
        var oldest = clock.GetUtcNow().AddDays(-settings.ReportDays).ToUnixTimeMilliseconds();
        var old = connection.Query<long>("SELECT id FROM reports WHERE finished_at < @Oldest ORDER BY finished_at LIMIT @Most", new OldReports(oldest, MostPruned)).AsList();
        foreach (var id in old)
        {
            var before = audit.Snapshot(connection, AuditedResource.Reports, id);
            connection.Execute("DELETE FROM reports WHERE id = @Id", new ReportById(id));
            audit.Record(connection, Actor.Server, AuditAction.Delete, AuditedResource.Reports, id, before);
        }
        return old.Count;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
