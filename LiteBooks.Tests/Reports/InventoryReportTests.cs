using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reports;

/// <summary>Every figure against a plain count in memory.</summary>
public sealed class InventoryReportTests(ReportShelf shelf) : IClassFixture<ReportShelf>
{
    public static TheoryData<string> Filters =>
    [
        "{}", """{"genre":"NOVEL"}""", """{"genres":["novel","travel"]}""", """{"status":"available","min_price":100}""", """{"statuses":["reserved","archived"],"max_price":499.99}""",
        """{"published_after":1980,"published_before":2000.0}""", """{"in_stock":true,"genre":null}""", """{"search":"title","genre":"none"}""",
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task An_administrators_report_has_every_figure(string filters)
    {
        var (books, data) = (Matching(filters), await Report(filters, shelf.Admin));

        Assert.Equal(["books", "authors", "list_value", "copies", "stock_value"], data.GetProperty("totals").Names());
        ShouldHaveWhatAllSee(data, books);
        Assert.Equal(books.Sum(book => (decimal)book.Stock), data.Total("copies"));
        Assert.Equal(books.Sum(book => book.Cents * (decimal)book.Stock) / 100, data.Total("stock_value"));
        Assert.Equal(ByGenre(books, book => book.Stock), data.Points("copies_by_genre", "copies"));
        Assert.Equal(ByGenre(books, book => book.Cents * (decimal)book.Stock / 100), data.Points("stock_value_by_genre", "USD"));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task An_editors_report_has_all_but_the_stock(string filters)
    {
        var data = await Report(filters, shelf.Editor);

        Assert.Equal(["books", "authors", "list_value"], data.GetProperty("totals").Names());
        Assert.Equal(["books_by_genre", "books_by_status", "books_by_decade", "value_by_genre"], data.SeriesNames());
        Assert.All(["stock", "copies"], word => Assert.DoesNotContain(word, data.GetRawText(), StringComparison.Ordinal));
        ShouldHaveWhatAllSee(data, Matching(filters));
    }

    private static void ShouldHaveWhatAllSee(JsonElement data, List<ShelfBook> books)
    {
        Assert.Equal(books.Count, data.Total("books"));
        Assert.Equal(books.DistinctBy(book => book.Author).Count(), data.Total("authors"));
        Assert.Equal(books.Sum(book => (decimal)book.Cents) / 100, data.Total("list_value"));
        Assert.Equal(ByGenre(books, _ => 1), data.Points("books_by_genre", "books"));
        Assert.Equal(ByGenre(books, book => book.Cents / 100m), data.Points("value_by_genre", "USD"));
        Assert.Equal(LargestFirst(books.GroupBy(book => (string?)book.Status), _ => 1), data.Points("books_by_status", "books"));
        var decades = books.GroupBy(book => book.Year / 10 * 10).OrderBy(decade => decade.Key is null).ThenBy(decade => decade.Key)
            .Select(decade => (decade.Key?.ToString(CultureInfo.InvariantCulture), (decimal?)decade.Count()));
        Assert.Equal(decades, data.Points("books_by_decade", "books"));
    }

    private Task<JsonElement> Report(string filters, (string, string) by) => shelf.Api.Figures(TestReports.Of("inventory", JsonNode.Parse(filters)), by);

    private List<ShelfBook> Matching(string filters) => shelf.Books.Where(book => filters switch
    {
        """{"genre":"NOVEL"}""" => book.Genre == "novel",
        """{"genres":["novel","travel"]}""" => book.Genre is "novel" or "travel",
        """{"status":"available","min_price":100}""" => book is { Status: "available", Cents: >= 10_000 },
        """{"statuses":["reserved","archived"],"max_price":499.99}""" => book is { Status: "reserved" or "archived", Cents: <= 49_999 },
        """{"published_after":1980,"published_before":2000.0}""" => book.Year is >= 1980 and <= 2000,
        """{"in_stock":true,"genre":null}""" => book.Stock > 0,
        """{"search":"title","genre":"none"}""" => false,
        _ => true,
    }).ToList();

    private static IEnumerable<(string?, decimal?)> ByGenre(IEnumerable<ShelfBook> books, Func<ShelfBook, decimal> value) =>
        LargestFirst(books.GroupBy(book => book.Genre), value);

    private static IEnumerable<(string?, decimal?)> LargestFirst(IEnumerable<IGrouping<string?, ShelfBook>> groups, Func<ShelfBook, decimal> value) =>
        groups.Select(group => (group.Key, (decimal?)group.Sum(value))).OrderByDescending(point => point.Item2).ThenBy(point => point.Key is null).ThenBy(point => point.Key, StringComparer.Ordinal);
}
