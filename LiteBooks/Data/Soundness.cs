using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Whether a database is whole: its pages, indexes and constraints, its full-text indexes, and its references.</summary>
internal static class Soundness
{
    /// <summary>What is wrong first; null if nothing is. Throws <see cref="OperationCanceledException"/> where it is given up, and <see cref="SqliteException"/> where too much is broken to tell.</summary>
    public static string? Complaint(SqliteConnection connection, CancellationToken cancel)
    {
        using var interruption = new Interruption(connection, cancel);
        return interruption.Run(Complaint);
    }

    private static string? Complaint(SqliteConnection connection)
    {
        // Since 3.44 it looks into full-text indexes as well.
        var found = connection.ExecuteScalar<string>("PRAGMA integrity_check(1)")!;
        if (found != "ok")
            return found.ReplaceLineEndings(" ");
        return connection.ExecuteScalar<string?>("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1") is { } table
            ? $"a row of {table} refers to one that is not there"
            : null;
    }
}
