using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LiteBooks.Data;

/// <summary>
/// Copies a database page by page into a file of its own, as it is at one moment, while others read and write it, and compares
/// the rows. Whether the copy is sound is for whoever uses it to ask, once. The read transaction holds that moment: without it SQLite would begin anew after each write.
/// </summary>
internal static class DatabaseCopy
{
    private const int Done = 101;

    // A megabyte: how long a stop has to wait.
    private const int PagesAtOnce = 256;

    /// <summary>
    /// Writes the copy and returns what it holds. Throws <see cref="CannotStartException"/> if the copy holds something else,
    /// <see cref="SqliteException"/> if it cannot be read or written, <see cref="OperationCanceledException"/> if it is given up.
    /// </summary>
    public static Holdings Write(SqliteConnection source, PartialFile target, CancellationToken cancel)
    {
        source.Execute("BEGIN DEFERRED");
        var held = Holdings.Of(source);
        CopyPages(source, target.Path, cancel);
        // Before the copy is read: as long as the moment is held, the write-ahead log cannot begin anew.
        source.Execute("COMMIT");
        target.Flush();
        Compare(target.Path, held);
        return held;
    }

    private static void CopyPages(SqliteConnection source, string path, CancellationToken cancel)
    {
        using var target = Connections.OpenOwn(path);
        // A copy that was cut off is thrown away: it needs no journal, and is flushed once, at its end.
        target.Execute("PRAGMA journal_mode = OFF");
        target.Execute("PRAGMA synchronous = OFF");
        using (var backup = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main"))
        {
            int step;
            do
            {
                cancel.ThrowIfCancellationRequested();
                step = raw.sqlite3_backup_step(backup, PagesAtOnce);
            }
            while (step == 0);
            if (step != Done)
                throw new SqliteException($"A page could not be copied (SQLite error {step}).", step & 0xFF, step);
        }
        // The pages say that a write-ahead log belongs to them. The copy is one file, readable also where none can be made.
        target.Execute("PRAGMA journal_mode = DELETE");
    }

    private static void Compare(string path, Holdings held)
    {
        using var copy = Connections.OpenToLookAt(path);
        if (held.DifferenceTo(Holdings.Of(copy)) is { } difference)
            throw new CannotStartException($"The copy is not sound: {difference}.");
    }
}
