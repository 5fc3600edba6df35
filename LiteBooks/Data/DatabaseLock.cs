using System.Globalization;
using System.Text;

namespace LiteBooks.Data;

/// <summary>
/// Says that this process serves a database, or puts another in its place: one at a time. It is a lock of the operating system on a
/// file beside the database, so it ends with the process however that ends, and a file that is left behind locks nothing. (On a
/// network file system without locks it holds nobody off.) Commands that only write, such as an import, do without it.
/// </summary>
public sealed class DatabaseLock : IDisposable
{
    // A server that is being replaced may need a moment to end.
    private const int Attempts = 10;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);

    // EWOULDBLOCK of Linux and of macOS, and Windows' sharing violation: .NET has no exception of its own for them.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private DatabaseLock(FileStream file) => _file = file;

    /// <summary>Takes the lock. Throws <see cref="CannotStartException"/> naming the file, and the process if it is known, where another has it.</summary>
    public static DatabaseLock Take(Settings settings)
    {
        RefuseSecondName(RealPath.Of(settings.DatabasePath));
        var file = FileOf(settings);
        for (var attempt = 1; ; attempt++)
        {
            if (TryOpen(file) is { } stream)
                return Sign(stream);
            if (attempt == Attempts)
                throw new CannotStartException($"The database {RealPath.Of(settings.DatabasePath)} is in use by another LiteBooks{NameOf(ReadProcess(file))}. Stop it first.");
            Thread.Sleep(BetweenAttempts);
        }
    }

    /// <summary>Whether a process has the lock, and which, if that is known.</summary>
    public static (bool Held, int? Process) Look(Settings settings)
    {
        var file = FileOf(settings);
        if (!File.Exists(file))
            return (false, null);
        try
        {
            using var probe = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            // Only Windows lets a file be read that is held for writing.
            return OperatingSystem.IsWindows() ? LookOnWindows(file) : (false, null);
        }
        catch (IOException e) when (Locked.Contains(e.HResult))
        {
            return (true, ReadProcess(file));
        }
    }

    /// <summary>Lets go. The file stays: whoever waits for it may have it open already.</summary>
    public void Dispose()
    {
        _file.SetLength(0);
        _file.Dispose();
    }

    // SQLite keeps a log for each name: under two of them the file would be damaged, and locks would not meet.
    private static void RefuseSecondName(string database)
    {
        if (File.Exists(database) && UnixCalls.NamesOf(database) > 1)
            throw new CannotStartException($"The database {database} has a second name (a hard link), perhaps from a restore that was cut off. Remove one of them (find -samefile).");
    }

    // Beside the file itself, whatever links lead to it.
    private static string FileOf(Settings settings) => RealPath.Of(settings.DatabasePath) + ".lock";

    private static FileStream? TryOpen(string file)
    {
        PrivateFile.Make(file);
        try
        {
            // On Unix FileShare.None is flock; on Windows others may read who holds it.
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None);
        }
        catch (IOException e) when (Locked.Contains(e.HResult))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The lock {file} cannot be taken: {e.Message}", e);
        }
    }

    private static DatabaseLock Sign(FileStream stream)
    {
        stream.SetLength(0);
        stream.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        stream.Flush();
        return new DatabaseLock(stream);
    }

    private static (bool Held, int? Process) LookOnWindows(string file)
    {
        try
        {
            using var probe = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
            return (false, null);
        }
        catch (IOException)
        {
            return (true, ReadProcess(file));
        }
    }

    private static int? ReadProcess(string file) =>
        int.TryParse(OperatingSystem.IsWindows() ? ReadShared(file) : Encoding.ASCII.GetString(UnixCalls.ReadPastLock(file, most: 10) ?? []), CultureInfo.InvariantCulture, out var process) ? process : null;

    private static string ReadShared(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private static string NameOf(int? process) => process is null ? "" : string.Create(CultureInfo.InvariantCulture, $" (process {process})");
}
