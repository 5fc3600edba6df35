using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Opens connections: the one place where pragmas are set, each with its reason.</summary>
public sealed class Connections(Settings settings)
{
    // How long a look waits for a database that another process holds.
    private const int SecondsToLook = 5;

    // Decided once, so that all connections agree.
    private readonly string _source = settings.ReadOnly ? ReadOnlySource(System.IO.Path.GetFullPath(settings.DatabasePath)) : System.IO.Path.GetFullPath(settings.DatabasePath);

    public string Path { get; } = System.IO.Path.GetFullPath(settings.DatabasePath);

    public int BusyTimeoutSeconds => settings.BusyTimeoutSeconds;

    /// <summary>The connection that changes the database. There is one of it in a process.</summary>
    public SqliteConnection OpenWriter() => Open(
        // Readers go on while a write is under way, and a commit is one append instead of two rewrites.
        "PRAGMA journal_mode = WAL",
        // What is acknowledged is on disk: a commit returns after its fsync. NORMAL could lose the last commits to a power cut.
        "PRAGMA synchronous = FULL",
        // SQLite checks references only where it is asked to.
        "PRAGMA foreign_keys = ON");

    /// <summary>A connection that can only read.</summary>
    public SqliteConnection OpenReader() => Open(
        // A write that slips through this door is an error of ours; SQLite itself refuses it.
        "PRAGMA query_only = ON",
        // 1 MiB, half of SQLite's own choice: each commit empties it, and the system holds the file's pages for all readers together.
        "PRAGMA cache_size = -1024",
        "PRAGMA foreign_keys = ON");

    /// <summary>A connection for <see cref="CommitWatch"/>.</summary>
    internal SqliteConnection OpenWatch() => Open(
        "PRAGMA query_only = ON",
        // It looks at the head of the log, hardly ever at a page.
        "PRAGMA cache_size = 10");

    /// <summary>
    /// The connection that fills a catalogue which nobody else has open: otherwise throws <see cref="SqliteException"/>, busy. The
    /// next writer turns the write-ahead log on again.
    /// </summary>
    internal SqliteConnection OpenToLoad() => Open(
        // What is new goes straight into the file, where a log would have it written twice; what was there, a few pages, is kept
        // beside it until the end.
        "PRAGMA journal_mode = DELETE",
        "PRAGMA synchronous = FULL",
        // Rows come together with what they refer to, and none goes. To look for the book of each tag took longer than to store the tags.
        "PRAGMA foreign_keys = OFF",
        // 128 MiB. ISBNs and names come in no order; only memory keeps their indexes from being read again and again.
        "PRAGMA cache_size = -131072",
        // Before a statement that reads JSON changes a page, SQLite keeps a copy, to undo the statement by itself. In a file that was half of all
        // that was written.
        "PRAGMA temp_store = MEMORY",
        // Sorting for the indexes is done by two.
        "PRAGMA threads = 1");

    /// <summary>Copies the database, as it is at this moment, to a new file, while others read and write it.</summary>
    public void CopyTo(string path)
    {
        using var source = OpenReader();
        using var target = OpenOwn(path);
        source.BackupDatabase(target);
    }

    /// <summary>A file that nobody else knows of yet. Only where it can be written does SQLite check the constraints of rows.</summary>
    internal static SqliteConnection OpenOwn(string path)
    {
        var connection = new CatalogueConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        connection.Execute("PRAGMA trusted_schema = OFF");
        return connection;
    }

    /// <summary>
    /// A connection to any database file that changes nothing, there and beside it. A database that nobody has open is a
    /// single file; only for one that has a log beside it SQLite has to make, or use, the files by which its users agree.
    /// </summary>
    internal static SqliteConnection OpenToLookAt(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var alone = !File.Exists(full + "-wal") && !File.Exists(full + "-journal");
        var connection = new CatalogueConnection(new SqliteConnectionStringBuilder
        {
            DataSource = alone ? Immutable(full) : full,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            DefaultTimeout = SecondsToLook,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute("PRAGMA trusted_schema = OFF");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Brings the content of the write-ahead log into the file and removes the log. That is possible only while nobody else has
    /// the database open: otherwise throws <see cref="SqliteException"/>, busy.
    /// </summary>
    internal void Settle() => Open("PRAGMA journal_mode = DELETE").Dispose();

    // A file on a medium that takes no writes can be read only if SQLite is told that nobody writes it: it could not make the
    // files by which readers and writers of a WAL agree.
    private static string ReadOnlySource(string path) => CanHoldFiles(System.IO.Path.GetDirectoryName(path)!) || File.Exists(path + "-wal")
        ? path
        : Immutable(path);

    private static string Immutable(string path) => $"file:{Uri.EscapeDataString(path)}?immutable=1";

    private static bool CanHoldFiles(string folder)
    {
        try
        {
            using var probe = new FileStream(System.IO.Path.Combine(folder, $".{Guid.NewGuid():N}"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private CatalogueConnection Open(params ReadOnlySpan<string> pragmas)
    {
        var connection = new CatalogueConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _source,
            Mode = settings.ReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            // The provider's own pool would hand a reader's connection, with its pragmas, to the writer.
            Pooling = false,
            // The provider sleeps and retries on its own as well; both waits end together.
            DefaultTimeout = settings.BusyTimeoutSeconds,
        }.ToString());
        try
        {
            connection.Open();
            // First, because the pragmas that follow can themselves meet a lock.
            connection.Execute($"PRAGMA busy_timeout = {settings.BusyTimeoutSeconds * 1000}");
            // A schema that was tampered with cannot call functions with side effects.
            connection.Execute("PRAGMA trusted_schema = OFF");
            // A page is looked through when it comes from the file: a damaged one is told of, where else a look-up could pass it by
            // and find nothing.
            connection.Execute("PRAGMA cell_size_check = ON");
            // Sorts that do not fit the cache would otherwise be written to the disk.
            connection.Execute("PRAGMA temp_store = MEMORY");
            foreach (var pragma in pragmas)
                connection.Execute(pragma);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
