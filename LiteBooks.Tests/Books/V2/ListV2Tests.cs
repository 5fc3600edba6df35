using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books.V2;

/// <summary>Lists of version 2: the filters, sorts and pages of version 1, otherwise framed.</summary>
public sealed class ListV2Tests(ShelfFixture app) : IClassFixture<ShelfFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData("per_page=3&page=2")]
    [InlineData("search=em&sort_by=relevance")]
    [InlineData("genres=novel&genres=travel&sort_by=title&sort_order=asc")]
    [InlineData("author=austen&min_price=7.01&max_price=8")]
    [InlineData("tags=classic&any_tags=england&any_tags=c%2B%2B&in_stock=false")]
    [InlineData("statuses=reserved&statuses=archived&published_after=2000")]
    [InlineData("genre=none")]
    [InlineData("page=9223372036854775807")]
    public async Task It_lists_the_same_books_in_the_same_order(string query)
    {
        var first = await app.Api.List(query);

        var second = (await app.Api.Get($"{Api.BooksV2}?{query}")).ShouldBe(200).Json;

        Assert.Equal(["data", "pagination", "filters"], second.Names());
        Assert.Equal(first.Ids(), second.GetProperty("data").EnumerateArray().Select(book => book.Id()));
        foreach (var member in first.Names().Where(name => name != "items"))
            Assert.Equal(first.GetProperty(member).GetRawText(), second.GetProperty("pagination").GetProperty(member).GetRawText());
    }

    [Fact]
    public async Task It_shows_whole_books()
    {
        foreach (var book in (await app.Api.Get(Api.BooksV2)).ShouldBe(200).Json.GetProperty("data").EnumerateArray())
            Assert.Equal((await app.Api.Get($"{Api.BooksV2}/{book.Id()}")).ShouldBe(200).Json.GetProperty("data").GetRawText(), book.GetRawText());
    }

    [Fact]
    public async Task It_tells_the_filters_that_were_applied()
    {
        var plain = (await app.Api.Get(Api.BooksV2)).ShouldBe(200).Json.GetProperty("filters");
        Assert.Equal("""{"sort_by":"created_at","sort_order":"desc"}""", plain.GetRawText());

        var filters = await Filters("search=em&genre=novel&genres=a&genres=b&author=&status=available&tags=Classic&min_price=1.5&published_after=1800&in_stock=true&sort_by=title&sort_order=asc&unknown=1");
        Assert.Equal(["genre", "genres", "in_stock", "min_price", "published_after", "search", "sort_by", "sort_order", "status", "tags"], filters.Names().Order(StringComparer.Ordinal));
        Assert.Equal(("em", "novel", "[\"a\",\"b\"]", "1.5", "true"), (filters.Text("search"), filters.Text("genre"), filters.GetProperty("genres").GetRawText(), filters.GetProperty("min_price").GetRawText(), filters.GetProperty("in_stock").GetRawText()));
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("per_page=101", "per_page")]
    [InlineData("min_price=x&status=gone", "min_price status")]
    public async Task A_wrong_parameter_is_invalid(string query, string fields)
    {
        (await app.Api.Get($"{Api.BooksV2}?{query}")).ShouldBeProblem(422, "validation_failed").WithFaultsIn(fields.Split(' '));
    }

    private async Task<JsonElement> Filters(string query) => (await app.Api.Get($"{Api.BooksV2}?{query}")).ShouldBe(200).Json.GetProperty("filters");
}
