using System.Globalization;
using LiteBooks.Orders;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Orders;

/// <summary>The report of sales, from rows of known days.</summary>
[Trait("Category", "InProcess")]
public sealed class SalesReportTests : DatabaseTest
{
    private readonly SalesReport _report = new(TestSettings.Read(("Catalog:Currency", "EUR")));

    public SalesReportTests()
    {
        using var database = TestDatabase.Connect(File);
        database.Run("INSERT INTO users (id, username, username_key, email, email_key, full_name, role, password_hash, is_active, token_version, created_at) VALUES (1, 'a', 'a', 'a@b', 'a@b', 'A', 'viewer', '', 1, 1, 0)");
        Place("2026-11-01T00:00:00Z", "shipped", (1, "Dune", "Sci-Fi", 2, 1799), (2, "Emma", null, 1, 5));
        Place("2026-11-01T23:59:59.999Z", "pending", (1, "Dune, 2nd ed.", "sci-fi", 1, 2000));
        Place("2026-11-02T00:00:00Z", "cancelled", (1, "Dune", "Sci-Fi", 9, 1799));
        Place("2026-11-03T12:00:00Z", "paid", (3, "1984", "dystopian", 1, 100_000));
    }

    [Fact]
    public void Everything_that_was_not_cancelled_counts()
    {
        var report = Compute("{}");

        Assert.Equal(["orders=3", "revenue=1056.03", "units=5"], report.Totals.Select(total => $"{total.Key}={Text(total.Value)}").Order());
        Assert.Equal(["orders", "copies", "EUR", "EUR", "copies", "EUR"], report.Series.Select(series => series.Unit));
        Shows(report, "orders_by_day", "2026-11-01=2", "2026-11-03=1");
        Shows(report, "units_by_day", "2026-11-01=4", "2026-11-03=1");
        Shows(report, "revenue_by_day", "2026-11-01=56.03", "2026-11-03=1000");
        Shows(report, "revenue_by_genre", "dystopian=1000", "Sci-Fi=55.98", "-=0.05");
        Shows(report, "units_by_book", "Dune, 2nd ed.=3", "Emma=1", "1984=1");
        Shows(report, "revenue_by_book", "1984=1000", "Dune, 2nd ed.=55.98", "Emma=0.05");
    }

    [Theory]
    [InlineData("""{"from":"2026-11-01","to":"2026-11-01"}""", 2)]
    [InlineData("""{"from":"2026-11-02"}""", 1)]
    [InlineData("""{"to":"2026-11-02"}""", 2)]
    [InlineData("""{"from":"2026-11-03","to":"9999-12-31"}""", 1)]
    [InlineData("""{"from":"0001-01-01","to":null}""", 3)]
    [InlineData("""{"from":"2026-11-02","to":"2026-11-02"}""", 0)]
    public void Days_are_counted_from_the_first_to_the_last(string filters, int orders)
    {
        Assert.Equal([], Faults(filters));
        Assert.Equal(orders, Compute(filters).Totals["orders"]);
    }

    [Theory]
    [InlineData("""{"from":"2026-11-02","to":"2026-11-01"}""", "filters.to out_of_range")]
    [InlineData("""{"from":"2026-02-30","to":"1.11.2026"}""", "filters.from invalid_format", "filters.to invalid_format")]
    [InlineData("""{"from":20261101,"until":"2026-11-01"}""", "filters.from wrong_type", "filters.until unknown_member")]
    public void Filters_that_make_no_sense_are_refused(string filters, params string[] expected) => Assert.Equal(expected, Faults(filters));

    [Fact]
    public void The_fifty_books_that_earn_most_are_shown_and_the_fifty_that_sell_most()
    {
        for (var book = 10; book < 70; book++)
            Place("2026-12-01T00:00:00Z", "paid", (book, $"Book {book}", null, 70 - book, 100 * book));

        var report = Compute("""{"from":"2026-12-01"}""");

        Assert.Equal(60, report.Totals["orders"]);
        Assert.Equal(
            Enumerable.Range(10, 60).OrderByDescending(book => book * (70 - book)).ThenBy(book => book).Take(50).Select(book => $"Book {book}={book * (70 - book)}"),
            Series(report, "revenue_by_book").Points.Select(point => $"{point.Label}={Text(point.Value)}"));
        Assert.Equal(
            Enumerable.Range(10, 50).Select(book => $"Book {book}={70 - book}"),
            Series(report, "units_by_book").Points.Select(point => $"{point.Label}={Text(point.Value)}"));
    }

    [Fact]
    public void Books_of_the_same_title_are_told_apart_by_their_ids_and_nothing_else_has_one()
    {
        Place("2026-12-01T00:00:00Z", "paid", (8, "Poems", "poetry", 1, 100), (7, "Poems", "poetry", 1, 100));

        var report = Compute("""{"from":"2026-12-01"}""");

        Assert.All(["units_by_book", "revenue_by_book"], name => Assert.Equal([7, 8], Series(report, name).Points.Select(point => point.Id)));
        Assert.All(
            report.Series.Where(series => !series.Name.EndsWith("_by_book", StringComparison.Ordinal)).SelectMany(series => series.Points),
            point => Assert.Null(point.Id));
    }

    [Fact]
    public void Nothing_sold_is_nothing_and_no_fault()
    {
        var report = Compute("""{"from":"2030-01-01"}""");

        Assert.All(report.Totals.Values, total => Assert.Equal(0, total));
        Assert.All(report.Series, series => Assert.Empty(series.Points));
    }

    private ReportData Compute(string filters) => Database.Read(connection => _report.Compute(connection, filters, asAdmin: false));

    private IEnumerable<string> Faults(string filters)
    {
        var faults = new Faults();
        _report.Check(filters, faults);
        return faults.ToFailure().Faults.Select(fault => $"{fault.Field} {fault.Code}");
    }

    private void Place(string time, string status, params (long Book, string Title, string? Genre, long Quantity, long Cents)[] items)
    {
        using var database = TestDatabase.Connect(File);
        var order = database.Scalar(
            "INSERT INTO orders (user_id, status, total_cents, created_at) VALUES (1, @p0, @p1, @p2) RETURNING id",
            status, items.Sum(item => item.Quantity * item.Cents), DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds());
        foreach (var (place, item) in items.Index())
            database.Run("INSERT INTO order_items VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)", order, place, item.Book, item.Title, item.Genre, item.Quantity, item.Cents);
    }

    private static ReportSeries Series(ReportData report, string name) => report.Series.Single(series => series.Name == name);

    private static void Shows(ReportData report, string name, params string[] points) =>
        Assert.Equal(points, Series(report, name).Points.Select(point => $"{point.Label ?? "-"}={Text(point.Value)}"));

    private static string Text(decimal? value) => value!.Value.ToString("0.##", CultureInfo.InvariantCulture);
}
