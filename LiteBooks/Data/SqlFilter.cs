using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Dapper;

namespace LiteBooks.Data;

/// <summary>
/// Builds a WHERE clause out of fixed fragments. Whatever stands in a hole of a fragment becomes a parameter with a
/// generated name: a value can neither change the SQL nor meet another value under the same name.
/// </summary>
/// <example><c>where.Add($"b.price_cents &gt;= {cents}")</c></example>
public sealed class SqlFilter
{
    /// <summary>The most values that one list may hold. The API's own limit is lower; this one guards against mistakes.</summary>
    public const int LongestList = 100;

    private readonly List<string> _conditions = [];
    private readonly List<string> _names;
    private readonly string _joint;

    public SqlFilter() : this(new DynamicParameters(), [], " AND ") { }

    // A group shares its parent's parameters and the names already given.
    private SqlFilter(DynamicParameters parameters, List<string> names, string joint) =>
        (Parameters, _names, _joint) = (parameters, names, joint);

    /// <summary>The values of all holes; a query may add its own beside them, under names that do not start with <c>w</c>.</summary>
    public DynamicParameters Parameters { get; }

    /// <summary>Whether it lets everything through.</summary>
    public bool IsEmpty => _conditions.Count == 0;

    /// <summary>Adds a condition; all conditions must hold.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] ref Condition condition) => _conditions.Add(condition.ToSql());

    /// <summary>Adds a group of which one condition must hold. A group without conditions filters nothing.</summary>
    public void AddAny(Action<SqlFilter> group)
    {
        var any = new SqlFilter(Parameters, _names, " OR ");
        group(any);
        if (any._conditions.Count > 0)
            _conditions.Add($"({string.Join(any._joint, any._conditions)})");
    }

    // What SortMap adds: its columns are constants of the program, its values become parameters like all others.
    internal void Add(SortColumn column, string uniqueColumn, bool isAbove, Place place) =>
        _conditions.Add($"(({column.Sql}, {uniqueColumn}) {Comparison(isAbove, place)} ({(place.Text is { } text ? NameParameter(text) : NameParameter(place.Number))}, {NameParameter(place.Id)}))");

    internal void AddAmongNulls(SortColumn column, string uniqueColumn, bool isAbove, Place place) =>
        _conditions.Add($"({column.Sql} IS NULL AND {uniqueColumn} {Comparison(isAbove, place)} {NameParameter(place.Id)})");

    // With the plus, SQLite does not look for these by an index of their own: it would join them to the others, and sort all.
    internal void AddIsNull(SortColumn column) => _conditions.Add($"(+{column.Sql} IS NULL)");

    internal void AddIsNotNull(SortColumn column) => _conditions.Add($"({column.Sql} IS NOT NULL)");

    private static string Comparison(bool isAbove, Place place) => (isAbove ? ">" : "<") + (place.IsIncluded ? "=" : "");

    /// <summary><c>WHERE …</c>, or nothing where there is no condition.</summary>
    public override string ToString() => _conditions.Count == 0 ? "" : "WHERE " + string.Join(_joint, _conditions);

    private string NameParameter<T>(T value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"w{_names.Count}");
        _names.Add(name);
        Parameters.Add(name, value);
        return "@" + name;
    }

    /// <summary>One condition while the compiler puts it together: literals are SQL, holes are parameters.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Condition
    {
        private readonly StringBuilder _sql;
        private readonly SqlFilter _filter;

        public Condition(int literalLength, int formattedCount, SqlFilter filter) =>
            (_sql, _filter) = (new StringBuilder(literalLength + formattedCount * 4), filter);

        public void AppendLiteral(string sql) => _sql.Append(sql);

        public void AppendFormatted(long value) => _sql.Append(_filter.NameParameter(value));

        public void AppendFormatted(string? value) => _sql.Append(_filter.NameParameter(value));

        /// <summary>A list for <c>IN</c>, with its brackets. An empty one is refused: it would match nothing by accident.</summary>
        public void AppendFormatted(IReadOnlyCollection<string> values)
        {
            ArgumentOutOfRangeException.ThrowIfZero(values.Count);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(values.Count, LongestList);
            _sql.Append('(').AppendJoin(", ", values.Select(_filter.NameParameter)).Append(')');
        }

        // A term without a phrase becomes all runs of three characters that begin with it. Where there is none, three
        // U+0001 stand in for them: the index holds no more than two in a row, and an empty search would be an error.
        public void AppendFormatted(TextMatch match)
        {
            var index = match.Index.Name;
            var (phrase, low, high) = match.Term;
            _sql.Append($"""
                SELECT rowid FROM {index}_search WHERE {index}_search MATCH coalesce({_filter.NameParameter(phrase)}, (
                    SELECT group_concat('"' || replace(term, '"', '""') || '"', ' OR ')
                    FROM {index}_terms WHERE term BETWEEN {_filter.NameParameter(low)} AND {_filter.NameParameter(high)}),
                    '"' || char(1, 1, 1) || '"')
                """);
        }

        // In brackets, so that an OR inside a fragment cannot widen the conditions around it.
        internal string ToSql() => $"({_sql})";
    }
}
