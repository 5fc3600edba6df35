using LiteBooks.Http.Traffic;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http.Traffic;

[Trait("Category", "InProcess")]
public sealed class MinuteWindowTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void A_new_minute_begins_with_the_first_request_after_the_old_one()
    {
        using var window = new MinuteWindow(1, _clock);
        Assert.True(Take(window).IsAcquired);
        Assert.False(Take(window).IsAcquired);

        _clock.Advance(TimeSpan.FromSeconds(59.9));
        Assert.False(Take(window).IsAcquired);

        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(Take(window).IsAcquired);
        Assert.False(Take(window).IsAcquired);
    }

    [Fact]
    public void It_says_when_it_ends()
    {
        using var window = new MinuteWindow(2, _clock);
        _clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(new Allowance(1, TimeSpan.FromSeconds(40)), new Allowance(Take(window)));
    }

    [Fact]
    public void It_is_idle_from_its_end_on()
    {
        using var window = new MinuteWindow(1, _clock);
        Assert.Null(window.IdleDuration);

        _clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(TimeSpan.FromSeconds(30), window.IdleDuration);
    }

    private static System.Threading.RateLimiting.RateLimitLease Take(MinuteWindow window) => window.AttemptAcquire();
}
