namespace LiteBooks.Data;

/// <summary>A sort key of a list and the SQL that it stands for, which is never a client's text.</summary>
public sealed record SortColumn(string Key, string Sql, bool Nullable = false);

/// <summary>
/// The sorts of a list. Every order ends in a unique column in the same direction, so pages never overlap; rows without a
/// value come last in both directions.
/// </summary>
public sealed class SortMap(string uniqueColumn, params SortColumn[] columns)
{
    /// <summary>The keys that a client may name.</summary>
    public IReadOnlyList<string> Keys { get; } = [.. columns.Select(column => column.Key)];

    /// <summary><c>ORDER BY …</c> for a known key. An unknown one throws: it is to be refused before, and never replaced.</summary>
    public string OrderBy(string key, bool descending)
    {
        var column = Array.Find(columns, column => column.Key == key)
            ?? throw new ArgumentOutOfRangeException(nameof(key), key, $"Known sort keys are {string.Join(", ", Keys)}.");
        var direction = descending ? "DESC" : "ASC";
        var nulls = column.Nullable ? " NULLS LAST" : "";
        return $"ORDER BY {column.Sql} {direction}{nulls}, {uniqueColumn} {direction}";
    }
}
