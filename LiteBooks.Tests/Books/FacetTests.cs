using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>Counts by value of the books that a list with the same filters shows.</summary>
public sealed class FacetTests(ShelfFixture app) : IClassFixture<ShelfFixture>
{
    public static TheoryData<string> Filters =>
    [
        "", "search=em", "genre=novel", "genres=novel&genres=travel", "author=austen", "status=available", "statuses=reserved&statuses=archived",
        "tags=england", "any_tags=classic&any_tags=old", "min_price=7.01", "max_price=25", "published_after=1999", "published_before=1999",
        "in_stock=true", "in_stock=false", "genre=none", "search=zed&tags=old&min_price=1000",
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Every_count_is_what_the_list_counts_with_that_value(string filters)
    {
        var facets = await Facets(filters);

        Assert.Equal(["total", "genres", "statuses", "tags", "decades", "price_bands"], facets.Names());
        Assert.Equal(await Total(filters), facets.GetProperty("total").GetInt64());
        // One value each beside the filters, which are joined by AND; genre= and status= take one value only.
        if (!filters.Contains("genre=", StringComparison.Ordinal))
            await ShouldCount("genres", "genre");
        if (!filters.Contains("status=", StringComparison.Ordinal))
            await ShouldCount("statuses", "status");
        await ShouldCount("tags", "tags");

        async Task ShouldCount(string facet, string filter)
        {
            foreach (var (value, count) in Counts(facets, facet).Where(counted => counted.Value is not null))
                Assert.True(count == await Total($"{filters}&{filter}={Api.Escape(value!)}"), $"{filters}: {filter} {value} is counted {count} times.");
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Every_book_is_counted_once_in_genres_statuses_decades_and_price_bands(string filters)
    {
        var facets = await Facets(filters);

        foreach (var facet in new[] { "genres", "statuses", "decades", "price_bands" })
            Assert.Equal(facets.GetProperty("total").GetInt64(), facets.GetProperty(facet).EnumerateArray().Sum(value => value.GetProperty("count").GetInt64()));
    }

    [Fact]
    public async Task Decades_are_in_order_and_those_without_a_year_come_last()
    {
        var decades = (await Facets("")).GetProperty("decades").EnumerateArray().Select(decade => (decade.GetProperty("decade").ToString(), decade.GetProperty("count").GetInt32()));

        Assert.Equal([("1760", 1), ("1810", 1), ("1990", 2), ("2020", 3), ("", 1)], decades);
    }

    [Fact]
    public async Task Price_bands_are_in_order_and_hold_their_lower_edge()
    {
        var bands = (await Facets("")).GetProperty("price_bands").EnumerateArray()
            .Select(band => string.Create(CultureInfo.InvariantCulture, $"{band.GetProperty("min")}-{band.GetProperty("max")}: {band.GetProperty("count")}"));

        Assert.Equal(["0-10: 4", "20-50: 3", "1000-: 1"], bands);
    }

    [Fact]
    public async Task The_most_frequent_come_first()
    {
        var facets = await Facets("");

        foreach (var facet in new[] { "genres", "statuses", "tags" })
        {
            var counts = Counts(facets, facet).Select(value => value.Count).ToList();
            Assert.Equal(counts.OrderDescending(), counts);
        }
    }

    [Fact]
    public async Task A_genre_is_counted_regardless_of_its_case()
    {
        Assert.Equal(3, Counts(await Facets(""), "genres").Single(genre => string.Equals(genre.Value, "novel", StringComparison.OrdinalIgnoreCase)).Count);
    }

    [Fact]
    public async Task Nothing_found_counts_nothing()
    {
        var facets = await Facets("genre=none");

        Assert.All(["genres", "statuses", "tags", "decades", "price_bands"], facet => Assert.Equal(0, facets.GetProperty(facet).GetArrayLength()));
    }

    [Theory]
    [InlineData("min_price=-1", "min_price")]
    [InlineData("status=gone", "status")]
    [InlineData("search=x", "search")]
    [InlineData("in_stock=maybe", "in_stock")]
    public async Task A_wrong_filter_is_invalid(string query, string parameter)
    {
        (await app.Api.Get($"{Api.Books}/facets?{query}")).ShouldBeProblem(422, "validation_failed").WithFaultsIn(parameter);
    }

    private async Task<JsonElement> Facets(string filters) => (await app.Api.Get($"{Api.Books}/facets?{filters}")).ShouldBe(200).Json;

    private async Task<long> Total(string filters) => (await app.Api.List(filters + "&per_page=1")).GetProperty("total").GetInt64();

    private static List<(string? Value, long Count)> Counts(JsonElement facets, string facet) =>
        [.. facets.GetProperty(facet).EnumerateArray().Select(value => (value.Text("value"), value.GetProperty("count").GetInt64()))];
}

/// <summary>More tags than are counted.</summary>
public sealed class ManyTagsTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task The_fifty_most_frequent_tags_are_counted()
    {
        for (var i = 0; i < 6; i++)
            await app.Api.Create(TestBooks.Minimal().With("tags", new JsonArray([.. Enumerable.Range(i * 10, 10).Select(tag => (JsonNode)$"tag{tag}")])));
        await app.Api.Create(TestBooks.Minimal().With("tags", new JsonArray("tag59")));

        var tags = (await app.Api.Get(Api.Books + "/facets")).ShouldBe(200).Json.GetProperty("tags").EnumerateArray().ToList();

        Assert.Equal(50, tags.Count);
        Assert.Equal(("tag59", 2), (tags[0].Text("value"), tags[0].GetProperty("count").GetInt32()));
    }
}
