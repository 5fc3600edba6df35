using System.Collections;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LiteBooks.Data;

/// <summary>The rows of a statement that is being run, once from the first to the last. Closing it makes the statement free again.</summary>
internal sealed class StatementReader : DbDataReader
{
    private readonly Statement _statement;
    private readonly sqlite3_stmt _row;
    private readonly bool _hasRows;
    private bool _isBeforeFirst = true;
    private bool _isAtEnd;
    private bool _isClosed;

    private StatementReader(Statement statement)
    {
        (_statement, _row) = (statement, statement.Handle);
        // A statement that writes has done so with its first step, so it is taken before anybody asks for a row.
        _hasRows = statement.Step();
        _isAtEnd = !_hasRows;
    }

    /// <summary>Runs the statement with these values; one that fails is free again.</summary>
    public static StatementReader Open(Statement statement, SqliteParameterCollection values)
    {
        try
        {
            statement.Begin(values);
            return new StatementReader(statement);
        }
        catch
        {
            statement.End();
            throw;
        }
    }

    public override int FieldCount => _statement.Columns.Count;

    public override bool HasRows => _hasRows;

    public override bool IsClosed => _isClosed;

    public override int Depth => 0;

    public override int RecordsAffected => _statement.Changes;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        if (_isBeforeFirst)
            _isBeforeFirst = false;
        else if (!_isAtEnd)
            // Stepping once more behind the last row would run the statement again (sqlite.org/c3ref/step.html).
            _isAtEnd = !_statement.Step();
        return !_isAtEnd;
    }

    public override bool NextResult() => false;

    public override void Close()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        _statement.End();
    }

    public override string GetName(int ordinal) => _statement.Columns[ordinal].Name;

    public override int GetOrdinal(string name)
    {
        for (var i = 0; i < FieldCount; i++)
        {
            if (_statement.Columns[i].Name == name)
                return i;
        }
        throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such column.");
    }

    [return: DynamicallyAccessedMembers(StatementColumn.AsTheBaseSays)]
    public override Type GetFieldType(int ordinal) => _statement.Columns[ordinal].Type ?? raw.sqlite3_column_type(_row, ordinal) switch
    {
        raw.SQLITE_INTEGER => typeof(long),
        raw.SQLITE_FLOAT => typeof(double),
        raw.SQLITE_TEXT => typeof(string),
        raw.SQLITE_BLOB => typeof(byte[]),
        _ => typeof(object),
    };

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override bool IsDBNull(int ordinal) => raw.sqlite3_column_type(_row, ordinal) == raw.SQLITE_NULL;

    public override long GetInt64(int ordinal) => raw.sqlite3_column_int64(_row, ordinal);

    public override int GetInt32(int ordinal) => checked((int)GetInt64(ordinal));

    public override short GetInt16(int ordinal) => checked((short)GetInt64(ordinal));

    public override byte GetByte(int ordinal) => checked((byte)GetInt64(ordinal));

    public override bool GetBoolean(int ordinal) => GetInt64(ordinal) != 0;

    public override double GetDouble(int ordinal) => raw.sqlite3_column_double(_row, ordinal);

    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    public override decimal GetDecimal(int ordinal) => Convert.ToDecimal(GetValue(ordinal), CultureInfo.InvariantCulture);

    // As bytes: SQLite keeps UTF-8, and its text would end at a zero.
    public override string GetString(int ordinal) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_row, ordinal));

    public override object GetValue(int ordinal) => raw.sqlite3_column_type(_row, ordinal) switch
    {
        raw.SQLITE_INTEGER => GetInt64(ordinal),
        raw.SQLITE_FLOAT => GetDouble(ordinal),
        raw.SQLITE_TEXT => GetString(ordinal),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(_row, ordinal).ToArray(),
        _ => DBNull.Value,
    };

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++)
            values[i] = GetValue(i);
        return count;
    }

    public override char GetChar(int ordinal) => GetString(ordinal)[0];

    public override DateTime GetDateTime(int ordinal) => throw Unknown("time");

    public override Guid GetGuid(int ordinal) => throw Unknown("GUID");

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw Unknown("part of bytes");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw Unknown("part of a text");

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    private static NotSupportedException Unknown(string what) => new($"The catalogue holds nothing to be read as a {what}.");
}
