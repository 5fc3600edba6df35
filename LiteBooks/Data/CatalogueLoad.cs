using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>
/// Fills a catalogue without books, in one transaction and without a server beside it: whatever can be worked out from the books,
/// their indexes first of all, is left out meanwhile and made at the end, in order, which takes a fraction of the time. Until
/// <see cref="Finish"/> returns, the file is as it was for everybody else, and after a crash.
/// </summary>
internal sealed class CatalogueLoad : IDisposable
{
    private const string Tables = "('books', 'authors', 'book_tags', 'audit')";

    private readonly IReadOnlyList<SchemaPart> _leftOut;
    private readonly long _lastAuthor;
    private bool _finished;

    private CatalogueLoad(SqliteConnection connection)
    {
        (Connection, _lastAuthor, _leftOut) = (connection, LastAuthorOf(connection), LeaveOut(connection));
        Titles = new TitleIndexing(connection);
    }

    /// <summary>Where the books go: all that changes them has to come through here.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Where the titles of the books go as well: those that are new, and those that were changed.</summary>
    public TitleIndexing Titles { get; }

    public static bool HasBooks(SqliteConnection connection) => connection.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM books)") == 1;

    /// <summary>Begins; null where the catalogue holds books, or anybody else has it open: they would have to wait for the end.</summary>
    public static CatalogueLoad? TryBegin(Settings settings)
    {
        if (DatabaseLock.Look(settings).Held)
            return null;
        SqliteConnection? connection = null;
        try
        {
            connection = new Connections(settings).OpenToLoad();
            connection.Execute("BEGIN EXCLUSIVE");
            if (!HasBooks(connection))
                return new CatalogueLoad(connection);
        }
        catch (SqliteException e) when (SqliteErrors.IsBusy(e))
        {
            // Whoever it is shall not wait: the books are stored in small steps beside him.
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
        connection?.Dispose();
        return null;
    }

    /// <summary>Makes what was left out, and commits.</summary>
    public void Finish()
    {
        // SQLite sorts as much at once as the cache may hold. Smaller pieces take less time, and one can be sorted while the next is read.
        Connection.Execute("PRAGMA cache_size = -8192");
        // And all of them may take more memory than there is.
        Connection.Execute("PRAGMA temp_store = FILE");
        Make(part => part is { IsIndex: true, TblName: "books" });
        Connection.Execute("INSERT INTO book_tags (tag, book_id) SELECT DISTINCT t.value, b.id FROM books b, json_each(b.tags) t ORDER BY 1, 2");
        Connection.Execute("INSERT INTO author_search (rowid, name) SELECT id, name_folded || char(1, 1) FROM authors WHERE id > @Id", new LastAuthor(_lastAuthor));
        // OR FAIL: the load is undone as a whole, so SQLite need not be able to undo this by itself, and keeps no copy of all authors.
        Connection.Execute("UPDATE OR FAIL authors SET book_count = counted.books FROM (SELECT author_id, COUNT(*) AS books FROM books GROUP BY author_id) counted WHERE counted.author_id = authors.id");
        Connection.Execute("DELETE FROM book_totals");
        Connection.Execute("INSERT INTO book_totals (genre_key, status, books) SELECT coalesce(genre_key, ''), status, COUNT(*) FROM books GROUP BY 1, 2");
        Make(part => part is { IsIndex: true, TblName: not "books" });
        Make(part => !part.IsIndex);
        Titles.MoveInto(Connection);
        Connection.Execute("COMMIT");
        _finished = true;
    }

    /// <summary>Without <see cref="Finish"/>, nothing was loaded.</summary>
    public void Dispose()
    {
        if (!_finished)
            Undo();
        Connection.Dispose();
        Titles.Dispose();
    }

    // After a fault of the disk SQLite leaves it to whoever reads the file next to undo what was written, which takes up room until then.
    private void Undo()
    {
        try
        {
            HasBooks(Connection);
        }
        catch (SqliteException)
        {
            // It is left to them.
        }
    }

    private static long LastAuthorOf(SqliteConnection connection) => connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM authors");

    private static List<SchemaPart> LeaveOut(SqliteConnection connection)
    {
        // Those without a text belong to constraints of their tables, and find authors and duplicates.
        var parts = connection.Query<SchemaPart>($"""
            SELECT type, name, tbl_name, sql
            FROM sqlite_schema
            WHERE type IN ('index', 'trigger') AND tbl_name IN {Tables} AND sql IS NOT NULL
            """).AsList();
        foreach (var part in parts)
            connection.Execute($"DROP {part.Type} {part.Name}");
        return parts;
    }

    private void Make(Func<SchemaPart, bool> which)
    {
        foreach (var part in _leftOut.Where(which))
            Connection.Execute(part.Sql);
    }
}

/// <summary>An index or a trigger as the schema has it.</summary>
public sealed class SchemaPart
{
    public string Type { get; init; } = "";
    public string Name { get; init; } = "";
    public string TblName { get; init; } = "";
    public string Sql { get; init; } = "";

    internal bool IsIndex => Type == "index";
}

internal sealed record LastAuthor(long Id);
