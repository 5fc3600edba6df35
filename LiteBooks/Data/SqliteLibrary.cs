using System.Runtime.InteropServices;
using SQLitePCL;

namespace LiteBooks.Data;

/// <summary>How SQLite itself is set up in this process, before its first connection (sqlite.org/c3ref/c_config_covering_index_scan.html).</summary>
internal static partial class SqliteLibrary
{
    private const int MultiThread = 2, PageCache = 7, MemoryStatus = 9;

    // A connection takes memory for its first pages in one piece. One by one they would come and go with each commit, at which
    // all readers forget theirs.
    private const int KibibytesInOnePiece = 512;

    // After a first connection of any other kind, SQLite refuses all of this, and is no worse than slower.
    public static void SetUp()
    {
        Batteries_V2.Init();
        // Every connection here is used by one thread at a time, so none has to lock itself at each call.
        raw.sqlite3_config(MultiThread);
        // Nobody asks how much memory SQLite has, and to count it all threads would wait for one lock at each allocation.
        raw.sqlite3_config(MemoryStatus, 0);
        // Apple's arm64 passes the arguments of a variadic function in another way than those of any other function.
        if (!OperatingSystem.IsMacOS())
            _ = Configure(PageCache, 0, 0, -KibibytesInOnePiece);
    }

    // A negative count is a size in KiB, for which each connection asks the heap (SQLITE_CONFIG_PAGECACHE). The library's own
    // declaration has no form with these arguments.
    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_config")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int Configure(int option, nint memory, int size, int count);
}
