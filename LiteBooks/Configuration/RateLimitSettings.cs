namespace LiteBooks.Configuration;

/// <summary>How many requests a client may send.</summary>
/// <param name="PerMinute">0–1,000,000 a minute; 0: as many as it likes.</param>
/// <param name="Loopback">Whether this machine's own requests are counted too.</param>
public sealed record RateLimitSettings(int PerMinute, bool Loopback)
{
    internal static RateLimitSettings Read(SettingReader read) =>
        new(read.Whole("RateLimit:PerMinute", 100, 0, 1_000_000), read.Switch("RateLimit:Loopback", false));
}
