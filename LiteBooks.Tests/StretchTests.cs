namespace LiteBooks.Tests;

[Trait("Category", "InProcess")]
public sealed class StretchTests
{
    [Fact]
    public void Every_page_is_the_rows_that_it_is_in_the_list_whichever_end_is_nearer()
    {
        for (var total = 0; total <= 24; total++)
        {
            for (var perPage = 1; perPage <= 25; perPage++)
            {
                for (var page = 1; page <= 26; page++)
                {
                    var list = Enumerable.Range(1, total).ToList();
                    var expected = list.Skip((page - 1) * perPage).Take(perPage).ToList();

                    var stretch = Stretch.Of(new PageRequest(page, perPage), total);

                    Assert.Equal(expected, stretch is null ? [] : Rows(list, stretch));
                    Assert.Equal(expected.Count == 0, stretch is null);
                }
            }
        }
    }

    [Fact]
    public void No_more_than_half_of_the_list_is_passed_over()
    {
        for (var page = 1; page <= 100; page++)
            Assert.InRange(Stretch.Of(new PageRequest(page, 10), 1000)!.Offset, 0, 500);
    }

    [Fact]
    public void A_page_beyond_all_lists_has_no_rows()
    {
        Assert.Null(Stretch.Of(new PageRequest(long.MaxValue, 100), long.MaxValue));
    }

    private static List<int> Rows(IEnumerable<int> list, Stretch stretch)
    {
        var rows = (stretch.IsFromEnd ? list.Reverse() : list).Skip((int)stretch.Offset).Take(stretch.Limit).ToList();
        if (stretch.IsFromEnd)
            rows.Reverse();
        return rows;
    }
}
