using LiteBooks.Data;

namespace LiteBooks.Tests.Data;

[Trait("Category", "InProcess")]
public sealed class SortMapTests
{
    private static readonly SortMap Map = new("t.id", new SortColumn("name", "t.name_folded"), new SortColumn("year", "t.year", Nullable: true));

    [Theory]
    [InlineData("name", false, "ORDER BY t.name_folded ASC, t.id ASC")]
    [InlineData("name", true, "ORDER BY t.name_folded DESC, t.id DESC")]
    [InlineData("year", false, "ORDER BY t.year ASC NULLS LAST, t.id ASC")]
    [InlineData("year", true, "ORDER BY t.year DESC NULLS LAST, t.id DESC")]
    public void Every_order_ends_in_the_unique_column_and_puts_nulls_last(string key, bool descending, string order)
    {
        Assert.Equal(order, Map.OrderBy(key, descending));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Name")]
    [InlineData("t.name_folded")]
    [InlineData("name; DROP TABLE books")]
    public void An_unknown_key_is_refused_and_never_replaced(string key)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Map.OrderBy(key, false));
    }

    [Fact]
    public void The_keys_are_those_that_were_given()
    {
        Assert.Equal(["name", "year"], Map.Keys);
    }
}
