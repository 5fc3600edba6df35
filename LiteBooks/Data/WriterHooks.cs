using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>What SQLite tells of the writer's transaction while it runs.</summary>
internal sealed unsafe partial class WriterHooks : IDisposable
{
    private const string Library = "e_sqlite3";
    private const int Delete = 9, Insert = 18;

    // Beyond that, it takes longer to look at each of them than to read anew what was remembered.
    private const int Most = 500;

    private static readonly string[] Columns = ["title_folded", "author_folded", "genre_key", "genre", "status", "price_cents", "published_year", "stock_quantity", "tags", "created_at"];

    private readonly nint _database;
    private readonly int[] _places;
    private GCHandle _self;
    private List<ChangedBook>? _changed;

    public WriterHooks(SqliteConnection connection)
    {
        _database = connection.Handle!.DangerousGetHandle();
        _places = PlacesOf(connection);
        _self = GCHandle.Alloc(this);
        _ = TellBeforeChange(_database, &BeforeChange, GCHandle.ToIntPtr(_self));
        // It takes the place of SQLite's own, which would checkpoint before the commit is answered.
        _ = TellAfterCommit(_database, &AfterCommit, GCHandle.ToIntPtr(_self));
    }

    /// <summary>
    /// The books that were changed since the transaction began, whoever asked for it and be it by a trigger; also those of which all was
    /// undone. Null where they are too many (sqlite.org/c3ref/preupdate_blobwrite.html).
    /// </summary>
    public IReadOnlyList<ChangedBook>? Books => _changed;

    /// <summary>
    /// How many pages the write-ahead log holds since the commit; 0 where nothing was committed, be it that every row got the value that
    /// it had (sqlite.org/c3ref/wal_hook.html).
    /// </summary>
    public int LogPages { get; private set; }

    /// <summary>Forgets the transaction before.</summary>
    public void Begin() => (_changed, LogPages) = ([], 0);

    /// <summary>While the connection is still open.</summary>
    public void Dispose()
    {
        _ = TellBeforeChange(_database, null, 0);
        _ = TellAfterCommit(_database, null, 0);
        _self.Free();
    }

    private static int[] PlacesOf(SqliteConnection connection)
    {
        var names = connection.Query<string>("SELECT name FROM pragma_table_info('books') ORDER BY cid").AsList();
        return [.. Columns.Select(column => names.IndexOf(column))];
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void BeforeChange(nint self, nint database, int change, byte* schema, byte* table, long id, long newId)
    {
        if (!MemoryMarshal.CreateReadOnlySpanFromNullTerminated(table).SequenceEqual("books"u8))
            return;
        // Nothing can be thrown through SQLite.
        var hooks = (WriterHooks)GCHandle.FromIntPtr(self).Target!;
        try
        {
            hooks.Collect(change, id, newId);
        }
        catch (Exception)
        {
            hooks._changed = null;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int AfterCommit(nint self, nint database, byte* schema, int pages)
    {
        ((WriterHooks)GCHandle.FromIntPtr(self).Target!).LogPages = pages;
        return SQLitePCL.raw.SQLITE_OK;
    }

    private void Collect(int change, long id, long newId)
    {
        if (_changed is null)
            return;
        if (_changed.Count == Most || (change is not (Insert or Delete) && newId != id))
            _changed = null;
        else
            _changed.Add(new ChangedBook(change == Insert ? newId : id, change == Insert ? null : Keys(isNew: false), change == Delete ? null : Keys(isNew: true)));
    }

    private BookKeys Keys(bool isNew) => new(
        Text(0, isNew), Text(1, isNew), Text(2, isNew), Text(3, isNew), Text(4, isNew), Number(5, isNew), Number(6, isNew), Number(7, isNew), Text(8, isNew), Number(9, isNew));

    private string? Text(int column, bool isNew) => Marshal.PtrToStringUTF8(TextOf(Value(column, isNew)));

    private long? Number(int column, bool isNew)
    {
        var value = Value(column, isNew);
        return KindOf(value) == SQLitePCL.raw.SQLITE_NULL ? null : NumberOf(value);
    }

    private nint Value(int column, bool isNew)
    {
        var result = isNew ? New(_database, _places[column], out var value) : Old(_database, _places[column], out value);
        return result == SQLitePCL.raw.SQLITE_OK ? value : throw new InvalidOperationException($"SQLite does not tell the column {Columns[column]} ({result}).");
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_preupdate_hook")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial nint TellBeforeChange(nint database, delegate* unmanaged[Cdecl]<nint, nint, int, byte*, byte*, long, long, void> hook, nint context);

    [LibraryImport(Library, EntryPoint = "sqlite3_wal_hook")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial nint TellAfterCommit(nint database, delegate* unmanaged[Cdecl]<nint, nint, byte*, int, int> hook, nint context);

    [LibraryImport(Library, EntryPoint = "sqlite3_preupdate_old")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int Old(nint database, int column, out nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_preupdate_new")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int New(nint database, int column, out nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_text")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial nint TextOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_int64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial long NumberOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_type")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int KindOf(nint value);
}
