using Microsoft.Data.Sqlite;

namespace LiteBooks.Batch;

internal static class Binding
{
    /// <summary>Sets the values of all parameters, in their order; null is SQL's.</summary>
    public static void Set(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
