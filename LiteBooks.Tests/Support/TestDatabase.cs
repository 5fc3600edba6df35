using LiteBooks.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Tests.Support;

/// <summary>Database files for tests: migrated once in a test run, then copied.</summary>
internal static class TestDatabase
{
    private static readonly Lazy<byte[]> Migrated = new(Migrate);

    /// <summary>Writes a migrated, empty catalogue.</summary>
    public static void CopyTo(string file) => File.WriteAllBytes(file, Migrated.Value);

    public static Database Open(string file) => Database.Open(TestSettings.ForDatabase(file), NullLoggerFactory.Instance);

    /// <summary>
    /// A connection beside the server's own, as another process would have it. It is patient: while many tests run at once, one
    /// commit of the server can take long.
    /// </summary>
    public static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 120 }.ToString());
        connection.Open();
        return connection;
    }

    private static byte[] Migrate()
    {
        using var folder = new TempFolder();
        var file = folder.File("template.db");
        Open(file).Dispose();
        return File.ReadAllBytes(file);
    }
}
