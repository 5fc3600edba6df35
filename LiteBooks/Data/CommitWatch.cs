using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Tells whether anything was committed meanwhile, by this process or another. It is asked by one caller at a time.</summary>
internal sealed class CommitWatch(SqliteConnection connection) : IDisposable
{
    private bool _disposed;

    /// <summary>The commits in their numbers; null where they are not counted.</summary>
    public CommitCounter? Counter { get; } = CommitCounter.Of(connection);

    /// <summary>
    /// A number that is another one after each commit: that of the commit, or else what SQLite says to this one connection
    /// (sqlite.org/pragma.html#pragma_data_version).
    /// </summary>
    public long Version()
    {
        // Where the counter was, there is no memory any more.
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Counter?.Now ?? connection.ExecuteScalar<long>("PRAGMA data_version");
    }

    public void Dispose()
    {
        _disposed = true;
        connection.Dispose();
    }
}
