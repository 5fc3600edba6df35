using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reports;

/// <summary>Every figure against a plain count in memory.</summary>
public sealed class PopularReportTests(ReportShelf shelf) : IClassFixture<ReportShelf>
{
    private const int Most = 50;

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"genre":"novel"}""", "novel")]
    [InlineData("""{"genre":"none"}""", "none")]
    public async Task The_most_ordered_books_come_first(string filters, string? genre)
    {
        var data = await shelf.Api.Figures(TestReports.Of("popular", JsonNode.Parse(filters)), shelf.Editor);

        var sold = shelf.Items.Where(item => item.OrderStatus != "cancelled")
            .Join(Books(genre), item => item.Book, book => book.Id, (item, book) => (item, book)).ToList();
        var ordered = sold.GroupBy(pair => pair.book, pair => pair.item)
            .Select(items => (items.Key, Orders: items.DistinctBy(item => item.Order).Count(), Copies: items.Sum(item => item.Quantity))).ToList();
        ShouldLead(data, "orders_by_book", "orders", ordered.Select(book => (book.Key, (decimal?)book.Orders)));
        ShouldLead(data, "copies_sold_by_book", "copies", ordered.Select(book => (book.Key, (decimal?)book.Copies)));
        Assert.Equal(sold.DistinctBy(pair => pair.item.Order).Count(), data.Total("orders"));
        Assert.Equal(sold.Sum(pair => pair.item.Quantity), data.Total("copies_sold"));
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"genre":"travel"}""", "travel")]
    [InlineData("""{"genre":"none"}""", "none")]
    public async Task The_highest_rated_books_come_first_and_those_without_ratings_not_at_all(string filters, string? genre)
    {
        var data = await shelf.Api.Figures(TestReports.Of("popular", JsonNode.Parse(filters)), shelf.Admin);

        var rated = Books(genre).Where(book => book.Ratings.Count > 0)
            .OrderByDescending(book => (decimal)book.Ratings.Sum() / book.Ratings.Count).ThenByDescending(book => book.Ratings.Count).ThenBy(book => book.Id).Take(Most).ToList();
        Assert.Equal(rated.Select(book => ((string?)book.Title, Average(book.Ratings))), data.Points("average_rating_by_book", "stars"));
        ShouldLead(data, "rating_count_by_book", "ratings", Books(genre).Where(book => book.Ratings.Count > 0).Select(book => (book, (decimal?)book.Ratings.Count)));
        var all = Books(genre).SelectMany(book => book.Ratings).ToList();
        Assert.Equal((all.Count, Average(all)), (data.Total("ratings"), data.Total("average_rating")));
    }

    // Each series has its own fifty, in the order of its own values.
    private static void ShouldLead(JsonElement data, string name, string unit, IEnumerable<(ShelfBook Book, decimal? Value)> values)
    {
        var leading = values.OrderByDescending(book => book.Value).ThenBy(book => book.Book.Id).Take(Most).ToList();
        Assert.Equal(leading.Select(book => ((string?)book.Book.Title, book.Value)), data.Points(name, unit));
        Assert.Equal(leading.Select(book => (long?)book.Book.Id), data.Ids(name));
    }

    private IEnumerable<ShelfBook> Books(string? genre) => shelf.Books.Where(book => genre is null || book.Genre == genre);

    private static decimal? Average(IReadOnlyList<int> ratings) =>
        ratings.Count == 0 ? null : Math.Round((decimal)ratings.Sum() / ratings.Count, 2, MidpointRounding.AwayFromZero);
}
