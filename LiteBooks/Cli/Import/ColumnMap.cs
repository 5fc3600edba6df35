namespace LiteBooks.Cli.Import;

/// <summary>Which columns of the file hold which field, and what stands in where a row has nothing.</summary>
internal sealed class ColumnMap
{
    private readonly Dictionary<Field, int[]> _columns = [];
    private readonly Dictionary<Field, string> _defaults = [];

    /// <summary>Throws <see cref="CannotStartException"/> for a field or column that does not exist, and for a required field that nothing fills.</summary>
    public ColumnMap(IReadOnlyList<string> headers, ImportOptions options)
    {
        foreach (var field in Field.All)
            _columns[field] = [.. field.Columns.Select(column => Find(headers, column)).Where(index => index >= 0)];
        foreach (var (name, column) in options.Columns)
            _columns[FieldNamed(name)] = [Find(headers, column) is >= 0 and var index ? index : throw NoColumn(column, headers)];
        foreach (var (name, value) in options.Defaults)
            _defaults[FieldNamed(name)] = value;
        if (Field.All.FirstOrDefault(field => field.IsRequired && _columns[field].Length == 0 && !_defaults.ContainsKey(field)) is { } missing)
            throw new CannotStartException($"No column holds the {missing.Name}. Name one with --map {missing.Name}=COLUMN, or give all books one with --set {missing.Name}=VALUE. The columns are: {string.Join(", ", headers)}.");
    }

    /// <summary>The columns of a field, the best first.</summary>
    public IReadOnlyList<int> Of(Field field) => _columns[field];

    public string? DefaultOf(Field field) => _defaults.GetValueOrDefault(field);

    private static int Find(IReadOnlyList<string> headers, string column)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (Plain(headers[i]) == Plain(column))
                return i;
        }
        return -1;
    }

    // "Published Year", "published-year" and "published_year" are the same column.
    private static string Plain(string header) => header.Trim().Replace(' ', '_').Replace('-', '_').ToLowerInvariant();

    private static Field FieldNamed(string name) =>
        Field.All.FirstOrDefault(field => field.Name == Plain(name) || field.Columns.Contains(Plain(name)))
        ?? throw new CannotStartException($"There is no field {name}. The fields are: {string.Join(", ", Field.All.Select(field => field.Name))}.");

    private static CannotStartException NoColumn(string column, IReadOnlyList<string> headers) =>
        new($"There is no column {column}. The columns are: {string.Join(", ", headers)}.");
}
