using Dapper;
using LiteBooks.Data;

namespace LiteBooks.Operations;

/// <summary>What the database says of itself.</summary>
public sealed class StateRepository(Database database)
{
    /// <summary>Reads something; throws <see cref="DatabaseUnavailableException"/> where that cannot be.</summary>
    public Task Probe() => Task.FromResult(database.Read(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM (SELECT id FROM books LIMIT 1) AS one")));

    /// <summary>
    /// Writes a number that nobody reads as it is, through to the disk: a commit without any write would not touch it, and would
    /// succeed on one that takes none. Throws <see cref="DatabaseUnavailableException"/> where that cannot be.
    /// </summary>
    public Task ProbeWriting(CancellationToken cancel) => database.Write<int>(connection => connection.Execute("PRAGMA user_version = 0"), cancel);

    /// <summary>Whether the database has the migrations of this program, and no others.</summary>
    public bool IsMigrated() => database.Read(connection =>
    {
        var applied = AppliedMigrations.Of(connection);
        return applied.Unknown(Migrations.Embedded) is null && applied.Missing(Migrations.Embedded).Count == 0;
    });

    public StateRow Count() => database.Read(connection => connection.QuerySingle<StateRow>("""
        SELECT
            (SELECT COUNT(*) FROM books) AS Books,
            (SELECT COUNT(*) FROM authors) AS Authors,
            (SELECT COUNT(*) FROM reviews) AS Reviews,
            (SELECT COUNT(*) FROM users) AS Users,
            (SELECT COUNT(*) FROM orders) AS Orders,
            (SELECT COUNT(*) FROM reports WHERE status IN ('pending', 'processing')) AS PendingReports,
            (SELECT COUNT(*) FROM outbox WHERE next_at IS NOT NULL) AS WaitingMails
        """));
}

/// <summary>How many there are of what.</summary>
public sealed class StateRow
{
    public long Books { get; set; }
    public long Authors { get; set; }
    public long Reviews { get; set; }
    public long Users { get; set; }
    public long Orders { get; set; }
    public long PendingReports { get; set; }
    public long WaitingMails { get; set; }
}
