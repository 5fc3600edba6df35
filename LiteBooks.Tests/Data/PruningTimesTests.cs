using LiteBooks.Data;

namespace LiteBooks.Tests.Data;

[Trait("Category", "InProcess")]
public sealed class PruningTimesTests
{
    private readonly Clock _clock = new();
    private readonly PruningTimes _times;

    public PruningTimesTests() => _times = new PruningTimes(_clock);

    [Fact]
    public void They_come_at_once_and_then_every_hour()
    {
        Assert.True(_times.AreNow());
        Assert.False(_times.AreNow());
        _clock.Pass(TimeSpan.FromMinutes(59));
        Assert.False(_times.AreNow());
        _clock.Pass(TimeSpan.FromMinutes(1));
        Assert.True(_times.AreNow());
    }

    [Theory]
    [InlineData(3650)]
    [InlineData(-3650)]
    public void They_wait_for_a_day_after_the_clock_was_set(int days)
    {
        _clock.Set(TimeSpan.FromDays(days));
        Assert.False(_times.AreNow());
        _clock.Pass(TimeSpan.FromHours(23));
        Assert.False(_times.AreNow());
        _clock.Pass(TimeSpan.FromHours(1));
        Assert.True(_times.AreNow());
    }

    [Fact]
    public void A_small_step_of_the_clock_makes_no_difference()
    {
        Assert.True(_times.AreNow());
        for (var hour = 0; hour < 100; hour++)
        {
            _clock.Set(TimeSpan.FromMinutes(1));
            _clock.Pass(TimeSpan.FromHours(1));
            Assert.True(_times.AreNow());
        }
    }

    /// <summary>Time that passes, and a time of day that can be set apart from it.</summary>
    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);
        private TimeSpan _passed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => _passed.Ticks;

        public void Pass(TimeSpan time) => (_now, _passed) = (_now + time, _passed + time);

        public void Set(TimeSpan by) => _now += by;
    }
}
