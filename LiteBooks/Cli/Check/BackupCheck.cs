using System.Globalization;
using LiteBooks.Backups;

namespace LiteBooks.Cli.Check;

/// <summary>Whether the backups that the settings ask for are made.</summary>
internal static class BackupCheck
{
    public static Finding Look(Settings settings, DateTimeOffset now)
    {
        if (settings.Backup.Every is not { } every)
            return Finding.Warning("backups", "The setting Backup:Every is not there, so none are made by themselves.");
        var folder = new BackupFolder(settings);
        if (folder.Latest(now) is not { } latest)
            return Finding.Warning("backups", $"There is none yet in {folder.Path}.");
        var detail = string.Create(CultureInfo.InvariantCulture, $"The last one is of {latest:u}; one is due every {every}.");
        // Once may be a server that was off; then nobody would start it twice without one.
        return now - latest > every * 2 ? Finding.Failure("backups", detail) : Finding.Ok("backups", detail);
    }
}
