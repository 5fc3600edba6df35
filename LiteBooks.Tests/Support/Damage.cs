using Microsoft.Data.Sqlite;

namespace LiteBooks.Tests.Support;

/// <summary>Ways in which a database file goes bad.</summary>
internal static class Damage
{
    /// <summary>Loses one page of an index, as a bad disk does; the rows can still be read.</summary>
    public static void AnIndexPage(string file)
    {
        long page, size;
        using (var database = TestDatabase.Connect(file))
        {
            page = (long)database.Scalar("SELECT rootpage FROM sqlite_schema WHERE name = 'books_by_created_at'")!;
            size = (long)database.Scalar("PRAGMA page_size")!;
        }
        using var stream = File.OpenWrite(file);
        stream.Position = (page - 1) * size;
        stream.Write(new byte[size]);
    }

    /// <summary>Loses the beginning, by which SQLite knows its files.</summary>
    public static void TheHeader(string file)
    {
        using var stream = File.OpenWrite(file);
        stream.Write(new byte[100]);
    }

    /// <summary>A row that refers to one that is not there.</summary>
    public static void AReference(string file) => Change(file, "PRAGMA foreign_keys = OFF; INSERT INTO book_tags (tag, book_id) VALUES ('lost', 987654)");

    /// <summary>A migration of a program that is newer than this one.</summary>
    public static void FromTheFuture(string file) => Change(file, "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999_future.sql', '2099-01-01')");

    public static void Change(string file, string sql)
    {
        using var database = TestDatabase.Connect(file);
        database.Run(sql);
        SqliteConnection.ClearAllPools();
    }
}
