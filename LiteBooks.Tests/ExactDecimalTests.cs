using System.Globalization;

namespace LiteBooks.Tests;

[Trait("Category", "InProcess")]
public sealed class ExactDecimalTests
{
    [Theory]
    [InlineData("0", "0", true)]
    [InlineData("-0.000", "0", true)]
    [InlineData("0e999999999", "0", true)]
    [InlineData("39.99", "39.99", true)]
    [InlineData("-1.5", "-1.5", true)]
    [InlineData("1e3", "1000", true)]
    [InlineData("1E+3", "1000", true)]
    [InlineData("12500e-2", "125", true)]
    [InlineData("0.1000000000000000000000000000000000000000", "0.1", true)]
    [InlineData("1.234567890123456789012345678", "1.234567890123456789012345678", true)]
    [InlineData("0.1000000000000000000000000000000001", "0.1", false)]
    [InlineData("1e-400", "0", false)]
    [InlineData("-1e-400", "0", false)]
    [InlineData("0.00000000000000000000000000000000000000001", "0", false)]
    public void A_number_is_read_and_says_whether_it_is_whole(string text, string value, bool isExact)
    {
        Assert.Equal(new ExactDecimal(decimal.Parse(value, CultureInfo.InvariantCulture), isExact), ExactDecimal.Parse(text));
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("1e99999999999999999999")]
    public void A_number_too_large_is_beyond_every_bound(string text)
    {
        Assert.Equal(new ExactDecimal(decimal.MaxValue, false), ExactDecimal.Parse(text));
        Assert.Equal(new ExactDecimal(decimal.MinValue, false), ExactDecimal.Parse("-" + text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1\n")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1,000")]
    [InlineData("0x1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e")]
    [InlineData("--1")]
    [InlineData("١")]
    [InlineData("１")]
    public void What_is_no_number_is_none(string text)
    {
        Assert.Null(ExactDecimal.Parse(text));
    }

    [Theory]
    [InlineData("1", 0, true)]
    [InlineData("1.0", 0, true)]
    [InlineData("1.50", 1, true)]
    [InlineData("1.25", 1, false)]
    [InlineData("1.25", 2, true)]
    [InlineData("1.251", 2, false)]
    [InlineData("1.2500000000000000000000000000000000001", 2, false)]
    public void Decimals_are_counted_without_trailing_zeros(string text, int decimals, bool has)
    {
        Assert.Equal(has, ExactDecimal.Parse(text)!.Value.HasAtMost(decimals));
    }
}
