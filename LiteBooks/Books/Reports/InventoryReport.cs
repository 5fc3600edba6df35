using Microsoft.Data.Sqlite;

namespace LiteBooks.Books.Reports;

/// <summary>What the catalogue holds and is worth: by genre, status and decade. What is in stock is in it for administrators alone.</summary>
public sealed class InventoryReport(Settings settings) : IReportKind
{
    private const string Cents = "SUM(b.price_cents)";
    private const string Copies = "SUM(b.stock_quantity)";
    private const string StockCents = "SUM(b.price_cents * b.stock_quantity)";

    public string Name => "inventory";

    public void Check(string filters, Faults faults) => BookFilters.Read(filters, faults);

    public ReportData Compute(SqliteConnection connection, string filters, bool asAdmin)
    {
        var groups = new BookGroups(connection, new BookListing(BookFilters.Read(filters, new Faults())), settings.Currency);
        List<ReportSeries> series =
        [
            groups.ByGenre("books_by_genre", "books", "COUNT(*)"),
            groups.ByStatus("books_by_status", "books", "COUNT(*)"),
            groups.ByDecade("books_by_decade", "books", "COUNT(*)"),
            groups.MoneyByGenre("value_by_genre", Cents),
        ];
        if (asAdmin)
            series.AddRange([groups.ByGenre("copies_by_genre", "copies", Copies), groups.MoneyByGenre("stock_value_by_genre", StockCents)]);
        return new ReportData(Totals(groups, asAdmin), series);
    }

    private static Dictionary<string, decimal?> Totals(BookGroups groups, bool asAdmin)
    {
        var totals = new Dictionary<string, decimal?>
        {
            ["books"] = groups.Total("COUNT(*)"),
            ["authors"] = groups.Total("COUNT(DISTINCT b.author_id)"),
            ["list_value"] = groups.Total(Cents) / 100m,
        };
        if (asAdmin)
        {
            totals["copies"] = groups.Total(Copies);
            totals["stock_value"] = groups.Total(StockCents) / 100m;
        }
        return totals;
    }
}
