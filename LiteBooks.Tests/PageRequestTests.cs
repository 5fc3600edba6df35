namespace LiteBooks.Tests;

[Trait("Category", "InProcess")]
public sealed class PageRequestTests
{
    [Theory]
    [InlineData(1, 20, 0)]
    [InlineData(2, 20, 20)]
    [InlineData(11, 100, 1000)]
    [InlineData(long.MaxValue, 1, long.MaxValue - 1)]
    [InlineData(long.MaxValue, 2, long.MaxValue)]
    [InlineData(long.MaxValue, 100, long.MaxValue)]
    [InlineData(long.MaxValue / 100 + 2, 100, long.MaxValue)]
    public void The_offset_of_a_page_stays_within_64_bits(long page, int perPage, long offset)
    {
        Assert.Equal(offset, new PageRequest(page, perPage).Offset);
    }
}
