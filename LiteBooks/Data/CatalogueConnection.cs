using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>
/// A connection that keeps its statements compiled: SQLite takes several times longer to compile one than to run it. Callers
/// make, fill and dispose of commands as ever; what runs is a statement of the same text that was kept.
/// </summary>
internal sealed class CatalogueConnection : SqliteConnection
{
    private readonly StatementCache _statements;

    static CatalogueConnection() => SqliteLibrary.SetUp();

    public CatalogueConnection(string connectionString) : base(connectionString) => _statements = new StatementCache(this);

    public override SqliteCommand CreateCommand() => new KeptCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _statements.Dispose();
        base.Dispose(disposing);
    }

    private sealed class KeptCommand : SqliteCommand
    {
        private readonly StatementCache _statements;

        public KeptCommand(CatalogueConnection connection)
        {
            _statements = connection._statements;
            Connection = connection;
            base.CommandTimeout = connection.DefaultTimeout;
        }

        // Dapper.AOT sets 0 where a call names none, and to the provider 0 means to wait for a locked database for ever.
        public override int CommandTimeout
        {
            get => base.CommandTimeout;
            set => base.CommandTimeout = value > 0 ? value : base.CommandTimeout;
        }

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => (DbDataReader?)TryRun() ?? base.ExecuteDbDataReader(behavior);

        public override int ExecuteNonQuery()
        {
            using var rows = TryRun();
            if (rows is null)
                return base.ExecuteNonQuery();
            while (rows.Read())
            {
            }
            return rows.RecordsAffected;
        }

        public override object? ExecuteScalar()
        {
            using var rows = TryRun();
            if (rows is null)
                return base.ExecuteScalar();
            return rows.Read() ? rows.GetValue(0) : null;
        }

        // Null where the text cannot be kept, or its statement is in use.
        private StatementReader? TryRun() => _statements.Take(CommandText) is { } statement ? StatementReader.Open(statement, Parameters) : null;
    }
}
