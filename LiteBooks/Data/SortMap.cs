namespace LiteBooks.Data;

/// <summary>A sort key of a list and the SQL that it stands for, which is never a client's text.</summary>
public sealed record SortColumn(string Key, string Sql, bool IsText = false, bool Nullable = false);

/// <summary>
/// The sorts of a list. Every order ends in a unique column in the same direction, so pages never overlap; rows without a
/// value come last in both directions.
/// </summary>
public sealed class SortMap(string uniqueColumn, params SortColumn[] columns)
{
    /// <summary>The keys that a client may name.</summary>
    public IReadOnlyList<string> Keys { get; } = [.. columns.Select(column => column.Key)];

    /// <summary><c>ORDER BY …</c> for a known key. An unknown one throws: it is to be refused before, and never replaced.</summary>
    public string OrderBy(string key, bool descending) => OrderBy(Column(key), descending, nullsLast: true);

    /// <summary>The same order walked from its end.</summary>
    public string ReverseOrderBy(string key, bool descending) => OrderBy(Column(key), !descending, nullsLast: false);

    /// <summary>The column of a row's place in the order, for a cursor: <c>sort_text</c> or <c>sort_number</c>, the other null.</summary>
    public string SelectPlace(string key)
    {
        var column = Column(key);
        return column.IsText ? $"{column.Sql} AS sort_text, NULL AS sort_number" : $"NULL AS sort_text, {column.Sql} AS sort_number";
    }

    /// <summary>Adds the condition that a row comes behind a place in the order, or before it when walked backwards.</summary>
    public void AddBeyond(SqlFilter where, string key, bool descending, Place place, bool backwards)
    {
        var column = Column(key);
        var isAbove = descending == backwards;
        if (place.HasValue)
            where.AddAny(any =>
            {
                any.Add(column, uniqueColumn, isAbove, place);
                // Rows without a value come last, so they lie beyond every value.
                if (column.Nullable && !backwards)
                    any.AddIsNull(column);
            });
        else
            where.AddAny(any =>
            {
                any.AddAmongNulls(column, uniqueColumn, isAbove, place);
                if (backwards)
                    any.AddIsNotNull(column);
            });
    }

    private SortColumn Column(string key) => Array.Find(columns, column => column.Key == key)
        ?? throw new ArgumentOutOfRangeException(nameof(key), key, $"Known sort keys are {string.Join(", ", Keys)}.");

    private string OrderBy(SortColumn column, bool descending, bool nullsLast)
    {
        var direction = descending ? "DESC" : "ASC";
        var nulls = column.Nullable ? nullsLast ? " NULLS LAST" : " NULLS FIRST" : "";
        return $"ORDER BY {column.Sql} {direction}{nulls}, {uniqueColumn} {direction}";
    }
}
