using SQLitePCL;

namespace LiteBooks.Data;

/// <summary>How SQLite itself is set up in this process, before its first connection (sqlite.org/c3ref/c_config_covering_index_scan.html).</summary>
internal static class SqliteLibrary
{
    private const int MultiThread = 2, MemoryStatus = 9;

    // After a first connection of any other kind, SQLite refuses both, and is no worse than slower.
    public static void SetUp()
    {
        Batteries_V2.Init();
        // Every connection here is used by one thread at a time, so none has to lock itself at each call.
        raw.sqlite3_config(MultiThread);
        // Nobody asks how much memory SQLite has, and to count it all threads would wait for one lock at each allocation.
        raw.sqlite3_config(MemoryStatus, 0);
    }
}
