using System.Globalization;
using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Orders;

/// <summary>
/// What was sold, by day, genre and book: every order that is not cancelled, at the prices of its day. The series by book are each
/// ranked by its own values, and equal ones by the books' ids.
/// </summary>
public sealed class SalesReport(Settings settings) : IReportKind
{
    private const int MostBooks = 50;
    private const string Sold = "o.status <> 'cancelled' AND o.created_at >= @From AND o.created_at < @Until";

    public string Name => "sales";

    public void Check(string filters, Faults faults) => SalesFilters.Read(filters, faults.Within("filters."));

    public ReportData Compute(SqliteConnection connection, string filters, bool asAdmin)
    {
        var period = SalesFilters.Read(filters, new Faults()).Period;
        var (days, books) = (ByDay(connection, period), ByBook(connection, period));
        return new ReportData(TotalsOf(days),
        [
            Series("orders_by_day", "orders", days, day => new(DayOf(day), day.Orders)),
            Series("units_by_day", "copies", days, day => new(DayOf(day), day.Units)),
            Series("revenue_by_day", settings.Currency, days, day => new(DayOf(day), day.Cents / 100m)),
            Series("revenue_by_genre", settings.Currency, ByGenre(connection, period), genre => new(genre.Label, genre.Cents / 100m)),
            Series("units_by_book", "copies", Leading(books, book => book.Units), book => new(book.Label, book.Units, book.Id)),
            Series("revenue_by_book", settings.Currency, Leading(books, book => book.Cents), book => new(book.Label, book.Cents / 100m, book.Id)),
        ]);
    }

    private static Dictionary<string, decimal?> TotalsOf(IReadOnlyList<SalesOfDayRow> days) => new()
    {
        ["orders"] = days.Sum(day => day.Orders),
        ["units"] = days.Sum(day => day.Units),
        ["revenue"] = days.Sum(day => day.Cents) / 100m,
    };

    private static ReportSeries Series<T>(string name, string unit, IEnumerable<T> rows, Func<T, ReportPoint> point) =>
        new(name, unit, [.. rows.Select(point)]);

    private static IEnumerable<SalesOfBookRow> Leading(List<SalesOfBookRow> books, Func<SalesOfBookRow, long> value) =>
        books.OrderByDescending(value).ThenBy(book => book.Id).Take(MostBooks);

    private static string DayOf(SalesOfDayRow row) =>
        DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(row.Day)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<SalesOfDayRow> ByDay(SqliteConnection connection, SalesPeriod period) => connection.Query<SalesOfDayRow>($"""
        SELECT o.created_at / 86400000 AS day,
            COUNT(*) AS orders,
            SUM((SELECT SUM(i.quantity) FROM order_items i WHERE i.order_id = o.id)) AS units,
            SUM(o.total_cents) AS cents
        FROM orders o
        WHERE {Sold}
        GROUP BY o.created_at / 86400000
        ORDER BY o.created_at / 86400000
        """, period).AsList();

    // Genres are equal whatever their case; the one that sold best gives the name.
    private static IEnumerable<SalesRow> ByGenre(SqliteConnection connection, SalesPeriod period) => connection.Query<SalesRow>($"""
        SELECT i.genre AS label, SUM(i.quantity) AS units, SUM(i.quantity * i.unit_cents) AS cents
        FROM orders o
        JOIN order_items i ON i.order_id = o.id
        WHERE {Sold}
        GROUP BY i.genre
        ORDER BY SUM(i.quantity * i.unit_cents) DESC, i.genre
        """, period)
        .GroupBy(row => row.Label is { } genre ? TextFolding.Key(genre) : null)
        .Select(same => new SalesRow { Label = same.First().Label, Units = same.Sum(row => row.Units), Cents = same.Sum(row => row.Cents) })
        .OrderByDescending(row => row.Cents).ThenBy(row => row.Label is null).ThenBy(row => row.Label, StringComparer.Ordinal);

    // Those that lead by copies and those that lead by money, in no order. A book goes by the title that it was last sold under.
    private static List<SalesOfBookRow> ByBook(SqliteConnection connection, SalesPeriod period) => connection.Query<SalesOfBookRow>($"""
        WITH sold AS MATERIALIZED (
            SELECT i.book_id AS id, MAX(i.order_id) AS last_order, SUM(i.quantity) AS units, SUM(i.quantity * i.unit_cents) AS cents
            FROM orders o
            JOIN order_items i ON i.order_id = o.id
            WHERE {Sold}
            GROUP BY i.book_id)
        SELECT s.id, (SELECT t.title FROM order_items t WHERE t.book_id = s.id AND t.order_id = s.last_order) AS label, s.units, s.cents
        FROM sold s
        WHERE s.id IN (SELECT id FROM sold ORDER BY units DESC, id LIMIT {MostBooks})
            OR s.id IN (SELECT id FROM sold ORDER BY cents DESC, id LIMIT {MostBooks})
        """, period).AsList();
}
