using Microsoft.Data.Sqlite;

namespace LiteBooks.Tests.Support;

/// <summary>Plain SQL, with parameters named @p0, @p1 …</summary>
internal static class Sql
{
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    public static object? Scalar(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteScalar();
    }

    /// <summary>All rows, each as its values with <c>|</c> between them.</summary>
    public static IReadOnlyList<string> Rows(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : reader.GetString(i))));
        return rows;
    }

    /// <summary>The schema and every row of every table: equal where two databases hold the same.</summary>
    public static IReadOnlyList<string> Content(this SqliteConnection connection)
    {
        var content = new List<string>(connection.Rows("SELECT type, name, sql FROM sqlite_schema ORDER BY name"));
        foreach (var table in connection.Rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\' ORDER BY name"))
            content.AddRange(connection.Rows($"SELECT '{table}', * FROM \"{table}\"").Order(StringComparer.Ordinal));
        return content;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"@p{i}", values[i] ?? DBNull.Value);
        return command;
    }
}
