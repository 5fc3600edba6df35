using System.Globalization;

namespace LiteBooks.Http.Traffic;

/// <summary>
/// How many files, sockets among them, the system lets this process have open. A connection too many has to be closed by us: where
/// there is no handle left, the database cannot be opened for those who are connected, and a new one is neither taken nor refused.
/// </summary>
internal static class FileHandles
{
    // For the database's readers and what else a server opens.
    private const int ForOthers = 128;

    public static int ForConnections() => Most() is { } most ? Math.Max(most / 2, most - ForOthers) : int.MaxValue;

    // Linux tells in "Max open files            1024                 524288               files", the first being what holds.
    private static int? Most()
    {
        const string limits = "/proc/self/limits";
        return File.Exists(limits)
            && File.ReadLines(limits).FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal)) is { } line
            && int.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], CultureInfo.InvariantCulture, out var most)
                ? most
                : null;
    }
}
