namespace LiteBooks.Seed.Catalogues;

/// <summary>When the books were added: one after the other, in the years before a fixed moment, which is never today.</summary>
internal static class Timeline
{
    private static readonly DateTimeOffset Start = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Stands still at the end, so that the rules of a book hold today if they held then.</summary>
    public static TimeProvider Clock { get; } = new StoppedClock(End);

    /// <summary>The moment of one of <paramref name="count"/> books; <paramref name="offset"/> (0 to 1) is its place between its neighbours.</summary>
    public static DateTimeOffset MomentOf(int index, int count, double offset) =>
        Start.AddMilliseconds((long)((End - Start).TotalMilliseconds * ((index + offset) / count)));

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
