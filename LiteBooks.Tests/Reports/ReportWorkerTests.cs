using LiteBooks.Data;
using LiteBooks.Reports;
using LiteBooks.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Tests.Reports;

/// <summary>The worker with kinds of reports that no server has.</summary>
[Trait("Category", "InProcess")]
public sealed class ReportWorkerTests : DatabaseTest
{
    private readonly Clock _clock = new();

    [Fact]
    public async Task A_stop_gives_up_a_computation_and_puts_the_report_back()
    {
        using var worker = Worker(new EndlessKind());
        var id = ReportRows.Add(File, "endless");
        await worker.StartAsync(default);
        await Until(() => ReportRows.Status(File, id) == "processing");

        await worker.StopAsync(default).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("pending", ReportRows.Status(File, id));
        // The reader that was interrupted serves others, or was replaced.
        Assert.Equal(1L, Database.Read(connection => connection.Scalar("SELECT COUNT(*) FROM reports")));
    }

    [Fact]
    public async Task Writes_go_on_while_a_report_is_computed()
    {
        using var worker = Worker(new EndlessKind());
        var id = ReportRows.Add(File, "endless");
        await worker.StartAsync(default);
        await Until(() => ReportRows.Status(File, id) == "processing");

        await Note("meanwhile").WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(["meanwhile"], Notes);
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task What_was_deleted_while_it_was_made_does_not_come_back()
    {
        using var kind = new HeldKind();
        using var worker = Worker(kind);
        var id = ReportRows.Add(File, "held");
        await worker.StartAsync(default);
        kind.WaitUntilBegun();
        await Database.Write<int>(connection => connection.Run("DELETE FROM reports WHERE id = @p0", id));
        kind.Release();
        var next = ReportRows.Add(File, "held");
        await Until(() => ReportRows.Status(File, next) == "completed");

        Assert.Null(ReportRows.Status(File, id));
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task The_result_of_an_attempt_that_was_put_back_no_longer_counts()
    {
        var id = ReportRows.Add(File, "held");
        var jobs = Jobs();
        var first = (await jobs.Take())!;
        await jobs.Release(first);
        var second = (await jobs.Take())!;

        await jobs.Complete(first, "{}");
        Assert.Equal("processing", ReportRows.Status(File, id));
        await jobs.Complete(second, "{}");
        await jobs.Fail(second, "Too late.");

        Assert.Equal("completed", ReportRows.Status(File, id));
        Assert.Null(await jobs.Take());
    }

    [Fact]
    public async Task The_oldest_is_taken_first()
    {
        var (first, second) = (ReportRows.Add(File, "held"), ReportRows.Add(File, "held"));

        Assert.Equal(first, (await Jobs().Take())!.Id);
        Assert.Equal(second, (await Jobs().Take())!.Id);
    }

    [Fact]
    public async Task Old_reports_go_when_their_time_is_over_by_the_clock()
    {
        List<long> reports = [.. Enumerable.Range(0, 250).Select(_ => ReportRows.Add(File, "held", status: "failed", finished: _clock.Now.ToUnixTimeMilliseconds()))];
        _clock.Now += TimeSpan.FromDays(30);
        await Jobs().Prune();
        Assert.All(reports, id => Assert.NotNull(ReportRows.Status(File, id)));

        _clock.Now += TimeSpan.FromMilliseconds(1);
        await Jobs().Prune();

        Assert.All(reports, id => Assert.Null(ReportRows.Status(File, id)));
        Assert.Equal(250L, Database.Read(connection => connection.Scalar("SELECT COUNT(*) FROM audit WHERE resource = 'reports' AND action = 'delete' AND username = '(server)'")));
    }

    private ReportJobs Jobs() => new(Database, new AuditTrail(_clock), _clock, TestSettings.Read());

    private ReportWorker Worker(IReportKind kind) => new(Jobs(), new ReportKinds([kind]), Database, new ReportSignal(), _clock, NullLogger<ReportWorker>.Instance);

    private static async Task Until(Func<bool> isSo)
    {
        for (var until = DateTime.UtcNow.AddSeconds(20); !isSo(); await Task.Delay(10))
            Assert.True(DateTime.UtcNow < until, "It took too long.");
    }

    private abstract class Kind(string name) : IReportKind
    {
        public string Name => name;

        public void Check(string filters, Faults faults) { }

        public abstract ReportData Compute(SqliteConnection connection, string filters, bool asAdmin);
    }

    private sealed class EndlessKind() : Kind("endless")
    {
        public override ReportData Compute(SqliteConnection connection, string filters, bool asAdmin) =>
            throw new InvalidOperationException($"{connection.Scalar("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n")}");
    }

    private sealed class HeldKind() : Kind("held"), IDisposable
    {
        private readonly ManualResetEventSlim _begun = new();
        private readonly ManualResetEventSlim _released = new();

        public void WaitUntilBegun() => Assert.True(_begun.Wait(TimeSpan.FromSeconds(10)));

        public void Release() => _released.Set();

        public override ReportData Compute(SqliteConnection connection, string filters, bool asAdmin)
        {
            _begun.Set();
            _released.Wait(TimeSpan.FromSeconds(10));
            return new ReportData(new Dictionary<string, decimal?>(), []);
        }

        public void Dispose()
        {
            _begun.Dispose();
            _released.Dispose();
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
