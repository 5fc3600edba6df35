using System.Globalization;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>Prices, years and page counts: at their bounds, one past them, and exactly as they were written.</summary>
public sealed class BookNumberTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("0.01")]
    [InlineData("0.1")]
    [InlineData("0.29")]
    [InlineData("1.1")]
    [InlineData("4.35")]
    [InlineData("19.99")]
    [InlineData("39.99")]
    [InlineData("999.99")]
    [InlineData("1000")]
    [InlineData("1157.77")]
    [InlineData("9999.99")]
    [InlineData("10000")]
    public async Task A_price_comes_back_as_it_was_sent(string price)
    {
        var created = (await app.Api.Post(Api.Books, WithPrice(price))).ShouldBe(201).Json;

        Assert.Equal(price, created.GetProperty("price").GetRawText());
        Assert.Equal(price, (await app.Api.Find(created.Id())).GetProperty("price").GetRawText());
        var listed = (await app.Api.List("per_page=100")).GetProperty("items").EnumerateArray().Single(book => book.Id() == created.Id());
        Assert.Equal(price, listed.GetProperty("price").GetRawText());
    }

    [Theory]
    [InlineData("10000.00", "10000")]
    [InlineData("12.50", "12.5")]
    [InlineData("39.9900000000000000000000000000000000000000", "39.99")]
    [InlineData("1e3", "1000")]
    [InlineData("3999E-2", "39.99")]
    [InlineData("0.00000039990e8", "39.99")]
    public async Task A_price_may_be_written_in_any_form_of_json(string written, string price)
    {
        var created = (await app.Api.Post(Api.Books, WithPrice(written))).ShouldBe(201).Json;

        Assert.Equal(decimal.Parse(price, CultureInfo.InvariantCulture), created.GetProperty("price").GetDecimal());
    }

    [Theory]
    [InlineData("0", "out_of_range")]
    [InlineData("-0", "out_of_range")]
    [InlineData("0.00", "out_of_range")]
    [InlineData("-0.01", "out_of_range")]
    [InlineData("-1", "out_of_range")]
    [InlineData("10000.01", "out_of_range")]
    [InlineData("10001", "out_of_range")]
    [InlineData("1e400", "out_of_range")]
    [InlineData("-1e400", "out_of_range")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890", "out_of_range")]
    [InlineData("0.001", "too_many_decimals")]
    [InlineData("39.999", "too_many_decimals")]
    [InlineData("0.1000000000000000000000000000000001", "too_many_decimals")]
    [InlineData("39.99000000000000000000000000000000000001", "too_many_decimals")]
    [InlineData("9999.9999999999999999999999999999999999", "too_many_decimals")]
    public async Task A_price_outside_its_bounds_or_with_a_third_decimal_is_invalid(string price, string code)
    {
        var created = await app.Api.Create();

        (await app.Api.Post(Api.Books, WithPrice(price))).ShouldBeInvalid(("price", code));
        (await app.Api.Put(TestBooks.At(created), WithPrice(price))).ShouldBeInvalid(("price", code));
        (await app.Api.Patch(TestBooks.At(created), $"{{\"price\":{price}}}")).ShouldBeInvalid(("price", code));
        Assert.Equal("12.5", (await app.Api.Find(created.Id())).GetProperty("price").GetRawText());
    }

    [Theory]
    [InlineData("1e-400")]
    [InlineData("0.000000000000000000000000000000000000000001")]
    [InlineData("10000.00000000000000000000000000000000000001")]
    public async Task A_price_that_a_decimal_cannot_hold_is_not_rounded_into_a_valid_one(string price)
    {
        (await app.Api.Post(Api.Books, WithPrice(price))).ShouldBeProblem(422, "validation_failed").WithFaultsIn("price");
    }

    public static TheoryData<string> GoodYears => [.. new[] { 1000, 1999, DateTime.UtcNow.Year, DateTime.UtcNow.Year + 4 }.Select(Written)];

    public static TheoryData<string> BadYears => ["999", "0", "-1", "1e18", "99999999999999999999", "1e400", Written(DateTime.UtcNow.Year + 5), "9999", "4294969304"];

    [Theory]
    [MemberData(nameof(GoodYears))]
    public async Task A_year_from_1000_to_four_years_ahead_is_taken(string year)
    {
        var created = (await app.Api.Post(Api.Books, WithNumber("published_year", year))).ShouldBe(201).Json;

        Assert.Equal(year, created.GetProperty("published_year").GetRawText());
    }

    [Theory]
    [MemberData(nameof(BadYears))]
    public async Task A_year_outside_its_bounds_is_invalid(string year)
    {
        var created = await app.Api.Create();

        (await app.Api.Post(Api.Books, WithNumber("published_year", year))).ShouldBeInvalid(("published_year", "out_of_range"));
        (await app.Api.Patch(TestBooks.At(created), $"{{\"published_year\":{year}}}")).ShouldBeInvalid(("published_year", "out_of_range"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("100000")]
    public async Task A_page_count_from_1_to_100000_is_taken(string pages)
    {
        var created = (await app.Api.Post(Api.Books, WithNumber("page_count", pages))).ShouldBe(201).Json;

        Assert.Equal(pages, created.GetProperty("page_count").GetRawText());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("100001")]
    [InlineData("4294967297")]
    [InlineData("18446744073709551617")]
    public async Task A_page_count_outside_its_bounds_is_invalid(string pages)
    {
        (await app.Api.Post(Api.Books, WithNumber("page_count", pages))).ShouldBeInvalid(("page_count", "out_of_range"));
    }

    [Fact]
    public async Task A_whole_number_may_be_written_with_a_fraction_of_zero()
    {
        var created = (await app.Api.Post(Api.Books, WithNumber("published_year", "2008.0"))).ShouldBe(201).Json;

        Assert.Equal("2008", created.GetProperty("published_year").GetRawText());
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string WithPrice(string price) => $$"""{"title":"Priced","author_name":"An Author","isbn":"{{TestIsbn.Next()}}","price":{{price}}}""";

    private static string WithNumber(string member, string number) =>
        $$"""{"title":"Numbered","author_name":"An Author","isbn":"{{TestIsbn.Next()}}","price":1,"{{member}}":{{number}}}""";
}
