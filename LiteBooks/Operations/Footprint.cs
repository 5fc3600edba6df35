using System.Globalization;
using System.Runtime.InteropServices;

namespace LiteBooks.Operations;

/// <summary>Keeps the memory that the process holds near to what it uses. On Linux with the GNU C library; elsewhere nothing happens.</summary>
internal static partial class Footprint
{
    // mallopt(3).
    private const int MostArenas = -8;

    // madvise(2).
    private const int NotNeeded = 4;

    // Until the first to ask have their answers, for which much of the program is needed once.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Has all threads share two heaps of the C library, from which SQLite takes its memory. By default there are eight for each
    /// core, and what one of them has free is of no use to the others. Call it before there are threads.
    /// </summary>
    public static void ShareHeaps()
    {
        if (OperatingSystem.IsLinux())
            _ = SetAllocator(MostArenas, 2);
    }

    /// <summary>
    /// Gives back the pages of the program file that were mapped, most of them by the start alone. Those that are needed again come
    /// back from the file's pages in the cache of the system. What was written to is not touched: it would be lost.
    /// </summary>
    public static void ReleaseStartSoon()
    {
        if (OperatingSystem.IsLinux())
            _ = Task.Delay(First).ContinueWith(_ => ReleaseStart(), TaskScheduler.Default);
    }

    private static void ReleaseStart()
    {
        foreach (var (start, length) in UnchangedParts())
            _ = Advise(start, length, NotNeeded);
    }

    // proc_pid_smaps(5): a line with addresses, access, offset, device, inode and file, then facts, each on a line of its own.
    private static List<(nint Start, nint Length)> UnchangedParts()
    {
        var parts = new List<(nint, nint)>();
        var part = (Start: 0L, End: 0L);
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var addresses, [_, var write, _, _], _, _, _, ..] && addresses.Contains('-', StringComparison.Ordinal))
                part = write == '-' && line.EndsWith(' ' + Environment.ProcessPath, StringComparison.Ordinal) ? Range(addresses) : default;
            else if (part.End > 0 && line.StartsWith("Private_Dirty: ", StringComparison.Ordinal) && line.EndsWith(" 0 kB", StringComparison.Ordinal))
                parts.Add(((nint)part.Start, (nint)(part.End - part.Start)));
        }
        return parts;
    }

    private static (long Start, long End) Range(string addresses)
    {
        var dash = addresses.IndexOf('-', StringComparison.Ordinal);
        return (long.Parse(addresses.AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture), long.Parse(addresses.AsSpan(dash + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetAllocator(int setting, int value);

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nint start, nint length, int advice);
}
