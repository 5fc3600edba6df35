using System.Globalization;
using LiteBooks.Data;

namespace LiteBooks.Cli.Check;

/// <summary>The folder of the database, who may read its file, the disk under it, and the log beside it.</summary>
internal static class FileChecks
{
    private const long Mebibyte = 1024 * 1024;
    private const long FreeAtLeast = 100 * Mebibyte;
    private const long FreeComfortably = 1024 * Mebibyte;

    // SQLite begins its log anew at some 16 MiB, when nobody holds an old state.
    private const long LargeLog = 256 * Mebibyte;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static IEnumerable<Finding> Look(Settings settings)
    {
        var file = RealPath.Of(settings.DatabasePath);
        var folder = Path.GetDirectoryName(file)!;
        yield return Folder(folder, settings.ReadOnly);
        if (!Directory.Exists(folder))
            yield break;
        var disk = new DriveInfo(folder);
        yield return Disk(disk.AvailableFreeSpace, disk.TotalSize);
        if (!File.Exists(file))
            yield break;
        yield return Access(file);
        yield return Log(FileSize.Of(file + "-wal"));
    }

    internal static Finding Disk(long free, long total)
    {
        var detail = string.Create(CultureInfo.InvariantCulture, $"{free / Mebibyte} MiB of {total / Mebibyte} MiB are free.");
        if (free < FreeAtLeast)
            return Finding.Failure("disk", detail);
        return free < FreeComfortably || free < total / 10 ? Finding.Warning("disk", detail) : Finding.Ok("disk", detail);
    }

    internal static Finding Log(long bytes)
    {
        var detail = string.Create(CultureInfo.InvariantCulture, $"The write-ahead log has {bytes / Mebibyte} MiB.");
        return bytes > LargeLog ? Finding.Warning("log", detail + " Something holds an old state of the database, or nobody serves it.") : Finding.Ok("log", detail);
    }

    private static Finding Folder(string folder, bool readOnly)
    {
        if (!Directory.Exists(folder))
            return Finding.Failure("folder", $"There is no folder {folder}.");
        return readOnly || UnixCalls.MayWrite(folder) ? Finding.Ok("folder", $"{folder} is there{(readOnly ? "" : " and can be written")}.") : Finding.Failure("folder", $"{folder} cannot be written.");
    }

    private static Finding Access(string file)
    {
        if (OperatingSystem.IsWindows())
            return Finding.Ok("access", "Whoever may read the folder may read the database.");
        if ((File.GetUnixFileMode(file) & Others) != 0)
            return Finding.Warning("access", $"Other users of this machine can read {file}, with its addresses and hashes of passwords: chmod 600.");
        return Finding.Ok("access", "Only its owner can read the database.");
    }
}
