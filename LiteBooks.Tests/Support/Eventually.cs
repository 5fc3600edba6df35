namespace LiteBooks.Tests.Support;

/// <summary>Waits for what other threads or processes bring about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task Is(Func<bool> condition) => Is(() => Task.FromResult(condition()));

    public static async Task Is(Func<Task<bool>> condition)
    {
        for (var until = DateTime.UtcNow + Patience; !await condition(); await Task.Delay(20))
            Assert.True(DateTime.UtcNow < until, "It took too long.");
    }
}
