using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>
/// A connection whose commands keep the connection's own time-out. Dapper.AOT sets 0 where a call names none, and to the
/// provider 0 means to wait for a locked database for ever.
/// </summary>
internal sealed class CatalogueConnection(string connectionString) : SqliteConnection(connectionString)
{
    public override SqliteCommand CreateCommand() => new BoundedCommand
    {
        Connection = this,
        CommandTimeout = DefaultTimeout,
        Transaction = Transaction,
    };

    private sealed class BoundedCommand : SqliteCommand
    {
        public override int CommandTimeout
        {
            get => base.CommandTimeout;
            set => base.CommandTimeout = value > 0 ? value : base.CommandTimeout;
        }
    }
}
