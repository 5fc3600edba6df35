namespace LiteBooks.Tests.Support;

/// <summary>Waits for what other threads or processes bring about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="condition">What is waited for.</param>
    /// <param name="every">How often to look; by default 50 times a second.</param>
    public static Task Is(Func<bool> condition, TimeSpan? every = null) => Is(() => Task.FromResult(condition()), every);

    public static async Task Is(Func<Task<bool>> condition, TimeSpan? every = null)
    {
        for (var until = DateTime.UtcNow + Patience; !await condition(); await Task.Delay(every ?? TimeSpan.FromMilliseconds(20)))
            Assert.True(DateTime.UtcNow < until, "It took too long.");
    }
}
