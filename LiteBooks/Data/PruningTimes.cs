namespace LiteBooks.Data;

/// <summary>
/// Tells once an hour that what has become old may be deleted; but not within a day after the machine's clock was set, for by a
/// wrong clock everything is old, and who set it needs time to see that.
/// </summary>
internal sealed class PruningTimes(TimeProvider clock)
{
    private static readonly TimeSpan BetweenPrunings = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterClockWasSet = TimeSpan.FromDays(1);

    // What a clock that is kept right by its network may be moved at once.
    private static readonly TimeSpan SmallStep = TimeSpan.FromMinutes(5);

    private readonly DateTimeOffset _beganAt = clock.GetUtcNow();
    private readonly long _began = clock.GetTimestamp();

    private TimeSpan _next;
    private TimeSpan _ahead;

    public bool AreNow()
    {
        var elapsed = clock.GetElapsedTime(_began);
        var ahead = clock.GetUtcNow() - _beganAt - elapsed;
        if ((ahead - _ahead).Duration() > SmallStep)
            _next = elapsed + AfterClockWasSet;
        _ahead = ahead;
        if (elapsed < _next)
            return false;
        _next = elapsed + BetweenPrunings;
        return true;
    }
}
