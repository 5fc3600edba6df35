using System.Collections.Concurrent;
using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Keeps read connections open between requests: opening one and reading the schema costs more than most queries.</summary>
internal sealed class ReaderPool : IDisposable
{
    // More than this many reads at once are rare; what exceeds it is closed after use instead of kept.
    private readonly int _kept = Math.Max(4, Environment.ProcessorCount * 2);
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly Connections _connections;
    private readonly DatabaseFigures _figures;
    private long _open;
    private bool _disposed;

    public ReaderPool(Connections connections, DatabaseFigures figures)
    {
        (_connections, _figures) = (connections, figures);
        figures.WatchReaders(() => Interlocked.Read(ref _open), () => _idle.Count);
    }

    public T Use<T>(Func<SqliteConnection, T> query)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var began = Stopwatch.GetTimestamp();
        if (!_idle.TryTake(out var connection))
            connection = Open();
        var healthy = false;
        try
        {
            // A deferred transaction takes its snapshot at the first query and holds it for the others.
            connection.Execute("BEGIN DEFERRED");
            var result = query(connection);
            connection.Execute("COMMIT");
            healthy = true;
            return result;
        }
        finally
        {
            // A connection that failed may hold half a statement; a new one costs a millisecond.
            if (healthy && !_disposed && _idle.Count < _kept)
                _idle.Add(connection);
            else
                Close(connection);
            _figures.CountRead(began);
        }
    }

    private SqliteConnection Open()
    {
        var connection = _connections.OpenReader();
        Interlocked.Increment(ref _open);
        return connection;
    }

    private void Close(SqliteConnection connection)
    {
        connection.Dispose();
        Interlocked.Decrement(ref _open);
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
            Close(connection);
    }
}
