using Microsoft.Data.Sqlite;

namespace LiteBooks;

/// <summary>
/// A kind of report, made by the room that knows its rows and asked for by the room of reports, neither of which knows the other.
/// </summary>
public interface IReportKind
{
    /// <summary>The <c>report_type</c>, in snake_case.</summary>
    string Name { get; }

    /// <summary>Checks the filters of a request, a JSON object; faults are fields below <c>filters.</c>.</summary>
    void Check(string filters, Faults faults);

    /// <summary>Computes the report by SQL on a read connection. The filters were checked just before.</summary>
    /// <param name="connection">It may be interrupted when the server stops.</param>
    /// <param name="filters">A JSON object.</param>
    /// <param name="asAdmin">Whether an administrator asked: without it, nothing may be in the report that only those may see.</param>
    ReportData Compute(SqliteConnection connection, string filters, bool asAdmin);
}

/// <summary>A report's figures: single totals by name, and series to be drawn.</summary>
public sealed record ReportData(IReadOnlyDictionary<string, decimal?> Totals, IReadOnlyList<ReportSeries> Series);

/// <summary>Points of one kind, such as revenue by day.</summary>
/// <param name="Name">In snake_case, such as <c>revenue_by_day</c>.</param>
/// <param name="Unit">What the values count: <c>books</c>, <c>copies</c>, <c>orders</c>, <c>ratings</c>, <c>stars</c>, or a currency (ISO 4217).</param>
/// <param name="Points">In the order in which they are drawn; of a series by book, the 50 books with the highest values.</param>
public sealed record ReportSeries(string Name, string Unit, IReadOnlyList<ReportPoint> Points);

/// <summary>One value; a label of null stands for rows that have none, such as books without a genre.</summary>
/// <param name="Label">What is shown; several points may have the same, such as books of one title.</param>
/// <param name="Value">The value.</param>
/// <param name="Id">The id of the book that the point is of; null where it is of no book.</param>
public sealed record ReportPoint(string? Label, decimal? Value, long? Id = null);
