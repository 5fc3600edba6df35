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

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
            Begin() is { } statement ? Run(statement, static statement => new StatementReader(statement), ended: false) : base.ExecuteDbDataReader(behavior);

        public override int ExecuteNonQuery() =>
            Begin() is { } statement ? Run(statement, Exhaust, ended: true) : base.ExecuteNonQuery();

        public override object? ExecuteScalar() =>
            Begin() is { } statement ? Run(statement, FirstValue, ended: true) : base.ExecuteScalar();

        private static int Exhaust(Statement statement)
        {
            while (statement.Step())
            {
            }
            return statement.Changes;
        }

        private static object? FirstValue(Statement statement)
        {
            using var rows = new StatementReader(statement);
            return rows.Read() ? rows.GetValue(0) : null;
        }

        private Statement? Begin() => _statements.Take(CommandText);

        private T Run<T>(Statement statement, Func<Statement, T> run, bool ended)
        {
            try
            {
                statement.Begin(Parameters);
                return run(statement);
            }
            catch
            {
                ended = true;
                throw;
            }
            finally
            {
                if (ended)
                    statement.End();
            }
        }
    }
}
