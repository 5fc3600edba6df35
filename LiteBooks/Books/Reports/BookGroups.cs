using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Books.Reports;

/// <summary>Sums over the books that match, whole or by what they have in common. Money is summed in cents, and divided at the end.</summary>
internal sealed class BookGroups(SqliteConnection connection, BookListing listing, string currency)
{
    public long Total(string sum) =>
        connection.ExecuteScalar<long?>($"SELECT {sum} FROM books b {listing.Filter}", listing.Filter.Parameters) ?? 0;

    // One of its spellings stands for a genre in all of them.
    public ReportSeries ByGenre(string name, string unit, string sum) => new(name, unit, Points(sum, "MAX(b.genre)", "b.genre_key", LargestFirst("b.genre_key"), 1));

    public ReportSeries MoneyByGenre(string name, string sum) => new(name, currency, Points(sum, "MAX(b.genre)", "b.genre_key", LargestFirst("b.genre_key"), 100));

    public ReportSeries ByStatus(string name, string unit, string sum) => new(name, unit, Points(sum, "b.status", "b.status", LargestFirst("b.status"), 1));

    /// <summary>The earliest first; those without a year come last.</summary>
    public ReportSeries ByDecade(string name, string unit, string sum) =>
        new(name, unit, Points(sum, "CAST(b.published_year / 10 * 10 AS TEXT)", "b.published_year / 10", "b.published_year / 10 NULLS LAST", 1));

    // What has no value comes last among its equals.
    private static string LargestFirst(string by) => $"2 DESC, {by} IS NULL, 1";

    private List<ReportPoint> Points(string sum, string label, string by, string order, decimal divisor) =>
        connection.Query<FigureRow>($"""
            SELECT {label} AS label, {sum} AS figure
            FROM books b
            {listing.Filter}
            GROUP BY {by}
            ORDER BY {order}
            """, listing.Filter.Parameters).Select(row => new ReportPoint(row.Label, row.Figure / divisor)).ToList();
}

/// <summary>One sum, and what it is of.</summary>
internal sealed class FigureRow
{
    public string? Label { get; init; }
    public long Figure { get; init; }
}
