using LiteBooks.Data;
using LiteBooks.Reports;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reports;

/// <summary>Which report is made next, whose result counts, and how long it is kept.</summary>
[Trait("Category", "InProcess")]
public sealed class ReportJobsTests : DatabaseTest
{
    private readonly TestClock _clock = new();

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
        await jobs.PutBack(first);
        var second = (await jobs.Take())!;

        await jobs.Complete(first, "{}");
        Assert.Equal("processing", ReportRows.Status(File, id));
        await jobs.Complete(second, "{}");
        await jobs.Fail(second, "Too late.");

        Assert.Equal("completed", ReportRows.Status(File, id));
        Assert.Null(await jobs.Take());
    }

    [Fact]
    public async Task A_report_that_was_put_back_because_the_server_stops_is_as_far_from_being_given_up_as_before()
    {
        var id = ReportRows.Add(File, "held");
        for (var stop = 0; stop < 5; stop++)
            await Jobs().Release((await Jobs().Take())!);

        Assert.Equal("pending", await Crash(id));
        Assert.Equal("pending", await Crash(id));
        Assert.Equal("failed", await Crash(id));
    }

    [Fact]
    public async Task An_attempt_that_failed_counts_as_one_whatever_stops_lie_between()
    {
        ReportRows.Add(File, "held");
        await Jobs().PutBack((await Jobs().Take())!);
        await Jobs().Release((await Jobs().Take())!);
        var second = (await Jobs().Take())!;
        await Jobs().PutBack(second);
        var third = (await Jobs().Take())!;

        Assert.Equal((false, true), (second.IsLastAttempt, third.IsLastAttempt));
    }

    [Fact]
    public async Task The_result_of_an_attempt_that_a_stop_ended_is_not_taken_for_that_of_the_next()
    {
        var id = ReportRows.Add(File, "held");
        var stopped = (await Jobs().Take())!;
        await Jobs().Release(stopped);
        await Jobs().Take();

        await Jobs().Complete(stopped, "{}");
        await Jobs().Release(stopped);

        Assert.Equal("processing", ReportRows.Status(File, id));
    }

    [Fact]
    public async Task Old_reports_go_when_their_time_is_over_by_the_clock()
    {
        List<long> reports = [.. Enumerable.Range(0, 250).Select(_ => ReportRows.Add(File, "held", status: "failed", finished: _clock.GetUtcNow().ToUnixTimeMilliseconds()))];
        _clock.Advance(TimeSpan.FromDays(30));
        await Jobs().Prune();
        Assert.All(reports, id => Assert.NotNull(ReportRows.Status(File, id)));

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await Jobs().Prune();

        Assert.All(reports, id => Assert.Null(ReportRows.Status(File, id)));
        Assert.Equal(250L, Database.Read(connection => connection.Scalar("SELECT COUNT(*) FROM audit WHERE resource = 'reports' AND action = 'delete' AND username = '(server)'")));
    }

    // What a server that dies leaves is found in the making by the next.
    private async Task<string?> Crash(long id)
    {
        await Jobs().Take();
        await Jobs().TakeUpLost();
        return ReportRows.Status(File, id);
    }

    private ReportJobs Jobs() => new(Database, new AuditTrail(_clock), _clock, TestSettings.Read());
}
