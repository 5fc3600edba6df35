namespace LiteBooks.Cli.Check;

/// <summary>Every check, in the order in which they are shown.</summary>
internal static class CheckList
{
    public static async Task<IReadOnlyList<Finding>> Run(Settings settings, IReadOnlyList<string> addresses, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return
        [
            Finding.Ok("settings", "All are valid."),
            .. FileChecks.Look(settings),
            .. DatabaseChecks.Look(settings, now, cancel),
            CertificateCheck.Look(settings.Https, now),
            ProxyCheck.Look(settings.Http, addresses),
            BackupCheck.Look(settings, now),
            ServerCheck.Look(settings),
            await AddressCheck.Look(addresses, cancel),
        ];
    }
}
