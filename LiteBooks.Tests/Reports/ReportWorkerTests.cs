using LiteBooks.Data;
using LiteBooks.Reports;
using LiteBooks.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Tests.Reports;

/// <summary>The worker with kinds of reports that no server has.</summary>
[Trait("Category", "InProcess")]
public sealed class ReportWorkerTests : DatabaseTest
{
    [Fact]
    public async Task A_stop_gives_up_a_computation_and_puts_the_report_back()
    {
        using var worker = Worker(new EndlessKind());
        var id = ReportRows.Add(File, "endless");
        await worker.StartAsync(default);
        await Eventually.Is(() => ReportRows.Status(File, id) == "processing");

        await worker.StopAsync(default).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("pending", ReportRows.Status(File, id));
        // The reader that was interrupted serves others, or was replaced.
        Assert.Equal(1L, Database.Read(connection => connection.Scalar("SELECT COUNT(*) FROM reports")));
    }

    [Fact]
    public async Task However_often_the_server_is_stopped_one_crash_more_does_not_fail_the_report()
    {
        var id = ReportRows.Add(File, "endless");
        for (var stop = 0; stop < 3; stop++)
        {
            using var worker = Worker(new EndlessKind());
            await worker.StartAsync(default);
            await Eventually.Is(() => ReportRows.Status(File, id) == "processing");
            await worker.StopAsync(default).WaitAsync(TimeSpan.FromSeconds(10));
        }

        await Jobs().Take();
        await Jobs().TakeUpLost();

        Assert.Equal("pending", ReportRows.Status(File, id));
    }

    [Fact]
    public async Task Writes_go_on_while_a_report_is_computed()
    {
        using var worker = Worker(new EndlessKind());
        var id = ReportRows.Add(File, "endless");
        await worker.StartAsync(default);
        await Eventually.Is(() => ReportRows.Status(File, id) == "processing");

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
        await Eventually.Is(() => ReportRows.Status(File, next) == "completed");

        Assert.Null(ReportRows.Status(File, id));
        await worker.StopAsync(default);
    }

    private ReportJobs Jobs() => new(Database, new AuditTrail(TimeProvider.System), TimeProvider.System, TestSettings.Read());

    private ReportWorker Worker(IReportKind kind) =>
        new(Jobs(), new ReportKinds([kind]), Database, new ReportSignal(), TimeProvider.System, NullLogger<ReportWorker>.Instance);
}
