using System.Diagnostics.CodeAnalysis;
using SQLitePCL;

namespace LiteBooks.Data;

/// <summary>A column of a statement: its name, and the type of its values where the schema says it.</summary>
internal sealed class StatementColumn(sqlite3_stmt statement, int index)
{
    public string Name { get; } = raw.sqlite3_column_name(statement, index).utf8_to_string();

    internal const DynamicallyAccessedMemberTypes AsTheBaseSays = DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties;

    /// <summary>Null for an expression, whose values can be of any type.</summary>
    [DynamicallyAccessedMembers(AsTheBaseSays)]
    public Type? Type { get; } = raw.sqlite3_column_decltype(statement, index).utf8_to_string() switch
    {
        "INTEGER" => typeof(long),
        "TEXT" => typeof(string),
        "REAL" => typeof(double),
        "BLOB" => typeof(byte[]),
        _ => null,
    };
}
