using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>What a database holds: its schema, and how many rows are in each table. Equal for a database and a true copy.</summary>
public sealed class Holdings
{
    private readonly IReadOnlyDictionary<string, long> _rows;
    private readonly IReadOnlyList<string> _schema;

    private Holdings(IReadOnlyDictionary<string, long> rows, IReadOnlyList<string> schema) => (_rows, _schema) = (rows, schema);

    public long Books => In("books");

    public long Authors => In("authors");

    public long Reviews => In("reviews");

    public long Users => In("users");

    public long Orders => In("orders");

    /// <summary>Counts; in a transaction all of it is of one moment.</summary>
    internal static Holdings Of(SqliteConnection connection)
    {
        // The tables inside a full-text index are its own business.
        var tables = connection.Query<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").AsList();
        var rows = tables.ToDictionary(table => table, table => connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM \"{table}\""));
        return new Holdings(rows, connection.Query<string>("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name").AsList());
    }

    /// <summary>In what another differs; null if in nothing.</summary>
    internal string? DifferenceTo(Holdings other)
    {
        if (!_schema.SequenceEqual(other._schema))
            return "the schema is another";
        return _rows.Keys.FirstOrDefault(table => _rows[table] != other.In(table)) is { } differing
            ? $"{other.In(differing)} rows in {differing} instead of {_rows[differing]}"
            : null;
    }

    // An old database has fewer tables.
    private long In(string table) => _rows.GetValueOrDefault(table);
}
