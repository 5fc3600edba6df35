using LiteBooks.Cli.Check;

namespace LiteBooks.Tests.Cli;

/// <summary>What no test can bring about: a full disk, a large log, a clock that is wrong.</summary>
[Trait("Category", "InProcess")]
public sealed class CheckJudgementTests
{
    private const long Mebibyte = 1024 * 1024;
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(50, 20_000, "failure")]
    [InlineData(500, 2_000, "warning")]
    [InlineData(1_500, 20_000, "warning")]
    [InlineData(5_000, 20_000, "ok")]
    public void A_disk_that_fills_is_told_in_time(long free, long total, string status) =>
        Assert.Equal(status, FileChecks.Disk(free * Mebibyte, total * Mebibyte).Status);

    [Theory]
    [InlineData(4, "ok")]
    [InlineData(300, "warning")]
    public void A_log_that_grows_is_told(long size, string status) => Assert.Equal(status, FileChecks.Log(size * Mebibyte).Status);

    [Theory]
    [InlineData(-1, -1, "ok")]
    [InlineData(1, -1, "warning")]
    [InlineData(-1, 1, "warning")]
    public void A_clock_behind_the_last_change_or_the_program_is_told(int changeHours, int programHours, string status) =>
        Assert.Equal(status, DatabaseChecks.Clock(Noon.AddHours(changeHours), Noon.AddHours(programHours), Noon).Status);
}
