using System.Globalization;
using LiteBooks.Data;

namespace LiteBooks.Backups;

/// <summary>The folder of scheduled backups. Only files of its own names are looked at: <c>litebooks-20261125T074500Z.db</c>.</summary>
public sealed class BackupFolder(Settings settings)
{
    private const string Names = "litebooks-*.db";
    private const string Form = "'litebooks-'yyyyMMdd'T'HHmmss'Z.db'";

    public string Path { get; } = System.IO.Path.GetFullPath(settings.Backup.Folder ?? settings.DatabasePath + ".backups");

    /// <summary>When the latest backup was made; null if there is none, or the folder cannot be read. A time to come is a clock's mistake and no backup's.</summary>
    public DateTimeOffset? Latest(DateTimeOffset now)
    {
        try
        {
            return Directory.Exists(Path) ? Backups().Select(backup => (DateTimeOffset?)backup.At).Where(at => at <= now).Max() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Makes the folder, which on Unix only its owner can enter, and removes what killed processes left in it.</summary>
    public void Prepare()
    {
        PrivateFile.MakeFolder(Path);
        PartialFile.RemoveLeftovers(Path, Names);
    }

    /// <summary>Where a backup of this time belongs.</summary>
    public string FileOf(DateTimeOffset at) => System.IO.Path.Combine(Path, at.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture));

    /// <summary>Deletes the oldest until so many are left, the one just made among them whatever the clock says.</summary>
    public void Prune(int keep, string justMade)
    {
        foreach (var (file, _) in Backups().Where(backup => backup.File != justMade).OrderByDescending(backup => backup.At).Skip(keep - 1).ToList())
            File.Delete(file);
    }

    private IEnumerable<(string File, DateTimeOffset At)> Backups()
    {
        foreach (var file in Directory.GetFiles(Path, Names))
        {
            if (DateTimeOffset.TryParseExact(System.IO.Path.GetFileName(file), Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
                yield return (file, at);
        }
    }
}
