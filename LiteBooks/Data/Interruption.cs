using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LiteBooks.Data;

/// <summary>
/// Lets queries be given up while they run: SQLite asks every so many of its steps whether to go on
/// (sqlite.org/c3ref/progress_handler.html). sqlite3_interrupt would miss one that begins a moment later.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // Some tenths of a millisecond.
    private const int Steps = 10_000;

    private const int Interrupted = 9;

    private readonly SqliteConnection _connection;
    private readonly CancellationToken _cancel;

    public Interruption(SqliteConnection connection, CancellationToken cancel)
    {
        (_connection, _cancel) = (connection, cancel);
        raw.sqlite3_progress_handler(connection.Handle, Steps, _ => cancel.IsCancellationRequested ? 1 : 0, null);
    }

    public T Run<T>(Func<SqliteConnection, T> query)
    {
        try
        {
            _cancel.ThrowIfCancellationRequested();
            return query(_connection);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Interrupted)
        {
            throw new OperationCanceledException("The query was given up.", e, _cancel);
        }
    }

    // The connection goes back to others.
    public void Dispose() => raw.sqlite3_progress_handler(_connection.Handle, 0, null, null);
}
