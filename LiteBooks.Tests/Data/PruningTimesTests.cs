using LiteBooks.Data;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Data;

[Trait("Category", "InProcess")]
public sealed class PruningTimesTests
{
    private readonly TestClock _clock = new();
    private readonly PruningTimes _times;

    public PruningTimesTests() => _times = new PruningTimes(_clock);

    [Fact]
    public void They_come_at_once_and_then_every_hour()
    {
        Assert.True(_times.AreNow());
        Assert.False(_times.AreNow());
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(_times.AreNow());
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(_times.AreNow());
    }

    [Theory]
    [InlineData(3650)]
    [InlineData(-3650)]
    public void They_wait_for_a_day_after_the_clock_was_set(int days)
    {
        _clock.Set(TimeSpan.FromDays(days));
        Assert.False(_times.AreNow());
        _clock.Advance(TimeSpan.FromHours(23));
        Assert.False(_times.AreNow());
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.True(_times.AreNow());
    }

    [Fact]
    public void A_small_step_of_the_clock_makes_no_difference()
    {
        Assert.True(_times.AreNow());
        for (var hour = 0; hour < 100; hour++)
        {
            _clock.Set(TimeSpan.FromMinutes(1));
            _clock.Advance(TimeSpan.FromHours(1));
            Assert.True(_times.AreNow());
        }
    }
}
