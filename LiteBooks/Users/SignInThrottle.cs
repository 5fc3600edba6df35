using System.Net;
using System.Net.Sockets;
using LiteBooks.Data;

namespace LiteBooks.Users;

/// <summary>
/// Slows the guessing of passwords: after five failures for a name from an address, each further attempt has to wait twice as
/// long as the one before, up to a quarter of an hour; likewise after thirty from an address for whatever names. By name alone
/// nobody is slowed, or else anybody could lock anybody out.
/// </summary>
public sealed class SignInThrottle(TimeProvider clock)
{
    private const int FreeByName = 5;
    private const int FreeByAddress = 30;
    private const int MostRemembered = 10_000;
    private const int Ipv6Network = 8;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    // Not by the time of day: set back by a year, it would have everybody wait for one.
    private readonly long _began = clock.GetTimestamp();
    private readonly Dictionary<string, Attempts> _attempts = new(StringComparer.Ordinal);

    /// <summary>Counts an attempt as failed until it succeeds, so that many at once gain nothing. Returns how long to wait, if one has to.</summary>
    public TimeSpan? Begin(string username, IPAddress? from)
    {
        lock (_lock)
        {
            var now = clock.GetElapsedTime(_began);
            ForgetOld(now);
            var (byName, byAddress) = (Find(KeyOf(username, from), FreeByName), Find(KeyOf(from), FreeByAddress));
            var until = byName.NotBefore > byAddress.NotBefore ? byName.NotBefore : byAddress.NotBefore;
            if (until > now)
                return until - now;
            byName.Count(now);
            byAddress.Count(now);
            return null;
        }
    }

    /// <summary>Forgets the failures for this name from this address, and takes back the attempt that was right.</summary>
    public void Succeeded(string username, IPAddress? from)
    {
        lock (_lock)
        {
            _attempts.Remove(KeyOf(username, from));
            Find(KeyOf(from), FreeByAddress).TakeBack();
        }
    }

    private Attempts Find(string key, int free)
    {
        if (!_attempts.TryGetValue(key, out var attempts))
            _attempts.Add(key, attempts = new Attempts(free));
        return attempts;
    }

    private void ForgetOld(TimeSpan now)
    {
        if (_attempts.Count < MostRemembered)
            return;
        foreach (var (key, attempts) in _attempts)
        {
            if (attempts.Last + LongestWait < now)
                _attempts.Remove(key);
        }
    }

    private static string KeyOf(string username, IPAddress? from) => $"{KeyOf(from)} {TextFolding.Key(username.Length > UserLimits.Username ? username[..UserLimits.Username] : username)}";

    // Whoever has an IPv6 address has its whole network of 64 bits.
    private static string KeyOf(IPAddress? from)
    {
        if (from is null)
            return "?";
        if (from.AddressFamily != AddressFamily.InterNetworkV6 || from.IsIPv4MappedToIPv6)
            return from.MapToIPv4().ToString();
        return Convert.ToHexStringLower(from.GetAddressBytes().AsSpan(0, Ipv6Network));
    }

    private sealed class Attempts(int free)
    {
        private int _failed;

        public TimeSpan Last { get; private set; }

        public TimeSpan NotBefore => _failed < free ? TimeSpan.MinValue : Last + Wait(_failed - free);

        public void Count(TimeSpan now)
        {
            // A quarter of an hour without failures begins anew.
            if (Last + LongestWait < now)
                _failed = 0;
            (_failed, Last) = (_failed + 1, now);
        }

        // What failed before still counts, or else one's own account would let one guess at another's without a wait.
        public void TakeBack() => _failed = Math.Max(0, _failed - 1);

        private static TimeSpan Wait(int tooMany) =>
            tooMany > 10 ? LongestWait : TimeSpan.FromSeconds(Math.Min(1 << tooMany, LongestWait.TotalSeconds));
    }
}
