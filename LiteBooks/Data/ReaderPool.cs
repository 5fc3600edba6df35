using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Keeps read connections open between requests: opening one and reading the schema costs more than most queries.</summary>
internal sealed class ReaderPool : IDisposable
{
    private readonly Connections _connections;
    private readonly DatabaseFigures _figures;

    // More than this many reads at once are rare; what exceeds it is closed after use instead of kept. Those in front are taken
    // first, so that their pages and statements are the ones at hand.
    private readonly SqliteConnection?[] _idle = new SqliteConnection?[Math.Max(4, Environment.ProcessorCount * 2)];

    private long _open;
    private volatile bool _disposed;

    public ReaderPool(Connections connections, DatabaseFigures figures)
    {
        (_connections, _figures) = (connections, figures);
        figures.WatchReaders(() => Interlocked.Read(ref _open), () => _idle.Count(connection => connection is not null));
    }

    /// <summary>Runs queries on one snapshot.</summary>
    public T Use<T>(Func<SqliteConnection, T> query) => UseOnce(connection =>
    {
        // A deferred transaction takes its snapshot at the first query and holds it for the others.
        connection.Execute("BEGIN DEFERRED");
        var result = query(connection);
        connection.Execute("COMMIT");
        return result;
    });

    /// <summary>Runs a single statement, which is a snapshot by itself.</summary>
    public T UseOnce<T>(Func<SqliteConnection, T> query)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var began = Stopwatch.GetTimestamp();
        var connection = Take() ?? Open();
        var healthy = false;
        try
        {
            var result = query(connection);
            healthy = true;
            return result;
        }
        finally
        {
            // A connection that failed may hold half a statement; a new one costs a millisecond.
            if (!healthy || !Keep(connection))
                Close(connection);
            _figures.CountRead(began);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (Take() is { } connection)
            Close(connection);
    }

    private SqliteConnection? Take()
    {
        foreach (ref var place in _idle.AsSpan())
        {
            if (place is not null && Interlocked.Exchange(ref place, null) is { } connection)
                return connection;
        }
        return null;
    }

    private bool Keep(SqliteConnection connection)
    {
        foreach (ref var place in _idle.AsSpan())
        {
            if (place is null && Interlocked.CompareExchange(ref place, connection, null) is null)
                // One that comes back while the pool closes is not left behind.
                return !_disposed || Interlocked.CompareExchange(ref place, null, connection) != connection;
        }
        return false;
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
}
