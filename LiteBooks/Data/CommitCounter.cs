using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>
/// How many transactions have been committed to a database with a write-ahead log, by all processes, as they share it in memory
/// (sqlite.org/walformat.html, "The WAL-Index Header": <c>iChange</c>). It is found through the file methods that SQLite publishes
/// (sqlite.org/c3ref/io_methods.html), and readable while any connection of this process is open.
/// </summary>
internal sealed unsafe partial class CommitCounter
{
    // SQLITE_FCNTL_FILE_POINTER.
    private const int FilePointer = 7;

    // In sqlite3_io_methods, as pointers: xShmMap, which the first version did not have.
    private const int MapShared = 13, VersionWithShared = 2;

    // What SQLite maps at once, and where in it the counter lies.
    private const int PieceBytes = 32 * 1024, CounterAt = 8;

    private readonly uint* _counter;

    private CommitCounter(uint* counter) => _counter = counter;

    /// <summary>The number of commits, which begins at 0 again after four thousand million of them, or when the log had to be recovered.</summary>
    public uint Now => Volatile.Read(ref *_counter);

    /// <summary>Null where the database has no write-ahead log.</summary>
    public static CommitCounter? Of(SqliteConnection connection)
    {
        if (connection.ExecuteScalar<string>("PRAGMA journal_mode") != "wal")
            return null;
        // SQLite maps the memory at the first read.
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_schema");
        nint file = 0;
        if (Control(connection.Handle!.DangerousGetHandle(), "main", FilePointer, &file) != SQLitePCL.raw.SQLITE_OK || file == 0)
            return null;
        var methods = *(nint**)file;
        if (methods is null || *(int*)methods < VersionWithShared)
            return null;
        void* piece = null;
        var map = (delegate* unmanaged[Cdecl]<nint, int, int, int, void**, int>)methods[MapShared];
        return map(file, 0, PieceBytes, 0, &piece) == SQLitePCL.raw.SQLITE_OK && piece is not null ? new CommitCounter((uint*)((byte*)piece + CounterAt)) : null;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int Control(nint database, string schema, int operation, void* answer);
}
