namespace LiteBooks.Configuration;

/// <summary>When backups are made, and how many are kept.</summary>
/// <param name="Every">From a minute to 366 days; null: never by itself.</param>
/// <param name="Keep">How many are kept, 1–10,000; older ones are deleted.</param>
/// <param name="Folder">Where they are laid; null: into a folder beside the database.</param>
public sealed record BackupSettings(TimeSpan? Every, int Keep, string? Folder)
{
    internal static BackupSettings Read(SettingReader read) => new(
        read.Time("Backup:Every", TimeSpan.FromMinutes(1), TimeSpan.FromDays(366)),
        read.Whole("Backup:Keep", 7, 1, 10_000),
        read.Find("Backup:Folder") is { } folder && !string.IsNullOrWhiteSpace(folder) ? folder : null);
}
