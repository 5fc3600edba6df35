using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Keeps read connections open between requests: opening one and reading the schema costs more than most queries.</summary>
internal sealed class ReaderPool(Connections connections) : IDisposable
{
    // More than this many reads at once are rare; what exceeds it is closed after use instead of kept.
    private readonly int _kept = Math.Max(4, Environment.ProcessorCount * 2);
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private bool _disposed;

    public T Use<T>(Func<SqliteConnection, T> query)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_idle.TryTake(out var connection))
            connection = connections.OpenReader();
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
                connection.Dispose();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }
}
