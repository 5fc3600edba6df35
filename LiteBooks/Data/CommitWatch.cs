using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Tells whether anything was committed meanwhile, by this process or another.</summary>
internal sealed class CommitWatch(SqliteConnection connection) : IDisposable
{
    private readonly Lock _lock = new();

    /// <summary>
    /// A number that is another one after each commit of any other connection (sqlite.org/pragma.html#pragma_data_version). It
    /// means something on one connection only, and so all ask this one.
    /// </summary>
    public long Version()
    {
        lock (_lock)
            return connection.ExecuteScalar<long>("PRAGMA data_version");
    }

    public void Dispose()
    {
        lock (_lock)
            connection.Dispose();
    }
}
