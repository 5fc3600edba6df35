namespace LiteBooks.Tests.Support;

/// <summary>A clock that stands still until it is told to go on, and whose time of day can be set apart from that.</summary>
internal sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.UtcNow;
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _passed.Ticks;

    public void Advance(TimeSpan time) => (_now, _passed) = (_now + time, _passed + time);

    /// <summary>Sets the time of day forward, or back; no time passes by it.</summary>
    public void Set(TimeSpan by) => _now += by;
}
