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

    // Seldom enough that nobody notices the millisecond.
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(5);

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
    /// Soon gives back what the start alone needed, and from then on, every few seconds, what is free within the C library's heaps:
    /// facets of a million books leave 30 MiB there, in pieces that the library would keep for ever. Ends with the process.
    /// </summary>
    public static void KeepSmall()
    {
        if (OperatingSystem.IsLinux())
            _ = Release();
    }

    private static async Task Release()
    {
        await Task.Delay(First);
        ReleaseStart();
        using var timer = new PeriodicTimer(Often);
        while (await timer.WaitForNextTickAsync())
            _ = TrimHeaps(0);
    }

    // The pages of the program file that were mapped. Those that are needed again come back from the file's pages in the cache of
    // the system. What was written to is not touched: it would be lost.
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
            // Copies of the process's own. Pages that merely have not reached the disk since the file was copied are none.
            else if (part.End > 0 && line.StartsWith("Anonymous: ", StringComparison.Ordinal) && line.EndsWith(" 0 kB", StringComparison.Ordinal))
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

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int TrimHeaps(nuint kept);

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nint start, nint length, int advice);
}
