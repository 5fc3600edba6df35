using LiteBooks.Data;
using LiteBooks.Reports;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reports;

/// <summary>Which report is made next, whose result counts, and how long it is kept.</summary>
[Trait("Category", "InProcess")]
public sealed class ReportJobsTests : DatabaseTest
{
    private readonly Clock _clock = new();

    [Fact]
    public async Task The_oldest_is_taken_first()
    {
        var (first, second) = (ReportRows.Add(File, "held"), ReportRows.Add(File, "held"));

        Assert.Equal(first, (await Jobs().Take())!.Id);
        Assert.Equal(second, (await Jobs().Take())!.Id);
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

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
