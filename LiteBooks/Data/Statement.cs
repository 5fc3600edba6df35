using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LiteBooks.Data;

/// <summary>
/// One statement that SQLite has compiled, to be bound, stepped and reset again and again. The provider's own command compiles
/// at every run and asks for each name at every run, which takes longer than what it runs.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int LongestOnStack = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly string[] _parameters;

    // At which place of what is given each parameter was found the last time.
    private readonly int[] _places;

    private Statement(sqlite3 database, sqlite3_stmt statement)
    {
        (_database, _statement) = (database, statement);
        _parameters = [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(statement)).Select(i => Plain(raw.sqlite3_bind_parameter_name(statement, i).utf8_to_string()))];
        _places = new int[_parameters.Length];
        Columns = [.. Enumerable.Range(0, raw.sqlite3_column_count(statement)).Select(i => new StatementColumn(statement, i))];
    }

    public sqlite3_stmt Handle => _statement;

    public IReadOnlyList<StatementColumn> Columns { get; }

    /// <summary>Whether its rows are being read; until they are, it can be used for nothing else.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>How many rows it has inserted, updated or deleted, without those of triggers; -1 where it only reads.</summary>
    public int Changes => raw.sqlite3_stmt_readonly(_statement) == 0 ? raw.sqlite3_changes(_database) : -1;

    /// <summary>Null where the text is more than one statement, or none.</summary>
    public static Statement? Compile(sqlite3 database, string text)
    {
        var rc = raw.sqlite3_prepare_v3(database, text, raw.SQLITE_PREPARE_PERSISTENT, out var statement, out var tail);
        SqliteException.ThrowExceptionForRC(rc, database);
        if (!statement.IsInvalid && string.IsNullOrWhiteSpace(tail))
            return new Statement(database, statement);
        statement.Dispose();
        return null;
    }

    /// <summary>Takes the values and stands before the first row.</summary>
    public void Begin(SqliteParameterCollection given)
    {
        for (var i = 0; i < _parameters.Length; i++)
            Bind(i + 1, Find(i, given));
        IsBusy = true;
    }

    /// <summary>Goes to the next row; false where there is none.</summary>
    public bool Step()
    {
        var rc = raw.sqlite3_step(_statement);
        if (rc == raw.SQLITE_ROW)
            return true;
        if (rc != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(rc, _database);
        return false;
    }

    /// <summary>Ends the run, lets go of what it read, and forgets its values, which may be large.</summary>
    public void End()
    {
        IsBusy = false;
        // What it returns is the failure of the last step, which was told.
        raw.sqlite3_reset(_statement);
        raw.sqlite3_clear_bindings(_statement);
    }

    public void Dispose() => _statement.Dispose();

    private object? Find(int parameter, SqliteParameterCollection given)
    {
        var name = _parameters[parameter];
        var place = _places[parameter];
        if (place < given.Count && Is(given[place], name))
            return given[place].Value;
        for (place = 0; place < given.Count; place++)
        {
            if (!Is(given[place], name))
                continue;
            _places[parameter] = place;
            return given[place].Value;
        }
        throw new InvalidOperationException($"The parameter {name} was given no value.");
    }

    private static bool Is(DbParameter parameter, string name) =>
        parameter.ParameterName == name || Plain(parameter.ParameterName) == name;

    private static string Plain(string name) => name.TrimStart('@', ':', '$');

    private void Bind(int index, object? value)
    {
        var rc = value switch
        {
            null or DBNull => raw.sqlite3_bind_null(_statement, index),
            string text => BindText(index, text),
            long or int or short or byte => raw.sqlite3_bind_int64(_statement, index, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            bool flag => raw.sqlite3_bind_int64(_statement, index, flag ? 1 : 0),
            double number => raw.sqlite3_bind_double(_statement, index, number),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
            _ => throw new NotSupportedException($"SQLite has no type for a {value.GetType().Name}."),
        };
        SqliteException.ThrowExceptionForRC(rc, _database);
    }

    private int BindText(int index, string text)
    {
        // Where there is nothing to point at, SQLite would take an empty text for NULL.
        if (text.Length == 0)
            return raw.sqlite3_bind_text(_statement, index, text);
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most <= LongestOnStack ? null : ArrayPool<byte>.Shared.Rent(most);
        var bytes = rented ?? stackalloc byte[LongestOnStack];
        var rc = raw.sqlite3_bind_text(_statement, index, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return rc;
    }
}
