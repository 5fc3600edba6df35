using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>
/// Makes the search index of the titles of a load, on a thread and in a file of its own, while the books are stored and their
/// other indexes are made: to take titles apart is a third of the work, and it needs nothing else of the catalogue.
/// </summary>
internal sealed class TitleIndexing : IDisposable
{
    // Batches that may wait, 30 kB each as titles are. Books are stored faster than their titles are taken apart, and the last of them
    // are for the time when the other indexes are made.
    private const int MostWaiting = 2000;

    private const string Ending = "-titles";

    private readonly PartialFile _file;
    private readonly BlockingCollection<IndexedTitles> _waiting = new(MostWaiting);
    private readonly CancellationTokenSource _undone = new();
    private readonly Task _indexing;

    public TitleIndexing(SqliteConnection catalogue)
    {
        var index = Definition(catalogue);
        _file = new PartialFile(catalogue.DataSource + Ending);
        _indexing = Task.Factory.StartNew(() => Index(index), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Removes what loads of the database that were killed have left beside it.</summary>
    public static void RemoveLeftovers(string database) =>
        PartialFile.RemoveLeftovers(Path.GetDirectoryName(database)!, Path.GetFileName(database) + Ending);

    /// <summary>Has titles indexed, in place of those that the same books had before. Throws what indexing earlier ones threw.</summary>
    /// <param name="first">The id of the first book; those of the others follow one by one.</param>
    /// <param name="titles">The folded titles, a JSON array.</param>
    public void Add(long first, string titles)
    {
        try
        {
            _waiting.Add(new IndexedTitles(first, titles));
        }
        catch (InvalidOperationException)
        {
            // Nobody takes them any more.
            _indexing.GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>Waits for the last title, and puts the index in the place of the catalogue's own, within its transaction.</summary>
    public void MoveInto(SqliteConnection catalogue)
    {
        _waiting.CompleteAdding();
        _indexing.GetAwaiter().GetResult();
        catalogue.Execute("ATTACH @Path AS indexed", new IndexFile(_file.Path));
        // What FTS5 keeps an index in. Between equal tables SQLite copies entries as they are.
        foreach (var table in (ReadOnlySpan<string>)["title_search_data", "title_search_idx", "title_search_docsize"])
        {
            catalogue.Execute($"DELETE FROM main.{table}");
            catalogue.Execute($"INSERT INTO main.{table} SELECT * FROM indexed.{table}");
        }
    }

    public void Dispose()
    {
        _undone.Cancel();
        ((IAsyncResult)_indexing).AsyncWaitHandle.WaitOne();
        _waiting.Dispose();
        _undone.Dispose();
        _file.Dispose();
    }

    private static string Definition(SqliteConnection catalogue) => catalogue.ExecuteScalar<string>("SELECT sql FROM sqlite_schema WHERE name = 'title_search'")!;

    private void Index(string index)
    {
        try
        {
            using var connection = Connections.OpenOwn(_file.Path);
            // A file that was not finished is thrown away.
            connection.Execute("PRAGMA journal_mode = OFF");
            connection.Execute("PRAGMA synchronous = OFF");
            connection.Execute(index);
            connection.Execute("BEGIN EXCLUSIVE");
            foreach (var titles in _waiting.GetConsumingEnumerable(_undone.Token))
            {
                connection.Execute("""
                    INSERT OR REPLACE INTO title_search (rowid, title)
                    SELECT @First + key, value || char(1, 1)
                    FROM jsonb_each(@Titles)
                    """, titles);
            }
            connection.Execute("COMMIT");
        }
        finally
        {
            // Nobody shall wait for room that no one makes.
            _waiting.CompleteAdding();
        }
    }
}

internal sealed record IndexedTitles(long First, string Titles);

internal sealed record IndexFile(string Path);
