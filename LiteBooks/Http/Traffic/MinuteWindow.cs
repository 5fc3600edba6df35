using System.Threading.RateLimiting;

namespace LiteBooks.Http.Traffic;

/// <summary>
/// Counts the requests of one client in a minute that begins with its first. The framework's own fixed window does not say
/// when it ends, which clients are to be told.
/// </summary>
internal sealed class MinuteWindow(int most, TimeProvider clock) : RateLimiter
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    public static readonly MetadataName<int> Remaining = new("REMAINING");
    public static readonly MetadataName<TimeSpan> Reset = new("RESET");

    private readonly Lock _lock = new();
    private long _began = clock.GetTimestamp();
    private int _used;

    /// <summary>For how long nothing has been counted; the library drops a limiter that is idle for some time.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
                return clock.GetElapsedTime(_began) is var age && age > Length ? age - Length : null;
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            if (clock.GetElapsedTime(_began) >= Length)
                (_began, _used) = (clock.GetTimestamp(), 0);
            var isAcquired = _used + permitCount <= most;
            if (isAcquired)
                _used += permitCount;
            return new Lease(isAcquired, most - _used, Length - clock.GetElapsedTime(_began));
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

    private sealed class Lease(bool isAcquired, int remaining, TimeSpan reset) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [Remaining.Name, Reset.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == Remaining.Name ? remaining : metadataName == Reset.Name ? reset : null;
            return metadata is not null;
        }
    }
}

/// <summary>What a client may still send, and when its minute ends.</summary>
internal readonly record struct Allowance(int Remaining, TimeSpan Reset)
{
    public Allowance(RateLimitLease lease) : this(Read(lease, MinuteWindow.Remaining), Read(lease, MinuteWindow.Reset)) { }

    private static T Read<T>(RateLimitLease lease, MetadataName<T> name) => lease.TryGetMetadata(name, out var value) ? value! : throw new InvalidOperationException($"The lease has no {name.Name}.");
}
