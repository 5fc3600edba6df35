using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Looks a database over without changing anything, also beside a running server. Its members throw <see cref="SqliteException"/> where too much is broken to tell.</summary>
internal sealed class Examination(Settings settings) : IDisposable
{
    private readonly SqliteConnection _connection = Connections.OpenToLookAt(settings.DatabasePath);

    /// <summary>How SQLite keeps its journal: <c>wal</c> once a server has opened the database, <c>delete</c> for a backup.</summary>
    public string JournalMode() => _connection.ExecuteScalar<string>("PRAGMA journal_mode")!;

    /// <summary>Whether it is a catalogue, or new.</summary>
    public bool IsCatalogue() => !AppliedMigrations.Of(_connection).AreSomebodyElses;

    /// <summary>A migration that this program does not know, and those that the database lacks.</summary>
    public (string? Unknown, IReadOnlyList<string> Missing) Migrations()
    {
        var applied = AppliedMigrations.Of(_connection);
        return (applied.Unknown(Data.Migrations.Embedded), [.. applied.Missing(Data.Migrations.Embedded).Select(migration => migration.Name)]);
    }

    /// <summary>What is not whole; null if everything is.</summary>
    public string? Complaint(CancellationToken cancel) => Soundness.Complaint(_connection, cancel);

    /// <summary>How many books and authors the full-text indexes do not know. Needs every migration.</summary>
    public long NotIndexed() => _connection.ExecuteScalar<long>("""
        SELECT
            (SELECT COUNT(*) FROM books WHERE id NOT IN (SELECT id FROM title_search_docsize))
            + (SELECT COUNT(*) FROM authors WHERE id NOT IN (SELECT id FROM author_search_docsize))
        """);

    /// <summary>When the last change was made, by the clock of that time; null if there was none. Needs every migration.</summary>
    public DateTimeOffset? LastChange() => _connection.ExecuteScalar<long?>("""
        SELECT max(at)
        FROM (
            SELECT max(created_at) AS at FROM books
            UNION ALL
            SELECT max(created_at) FROM (SELECT created_at FROM audit ORDER BY id DESC LIMIT 100)
            UNION ALL
            SELECT max(created_at) FROM (SELECT created_at FROM activity ORDER BY id DESC LIMIT 100))
        """) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    public void Dispose() => _connection.Dispose();
}
