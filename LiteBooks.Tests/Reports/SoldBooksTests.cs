using LiteBooks.Books;
using LiteBooks.Books.Reports;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reports;

/// <summary>How SQLite would gather what was sold: with many orders, anything but one way through them takes far too long.</summary>
[Trait("Category", "InProcess")]
public sealed class SoldBooksTests : DatabaseTest
{
    public static TheoryData<string?, string?> Filters => new() { { null, null }, { "novel", null }, { null, "abc" } };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Orders_are_read_in_turn_with_their_items_behind_them(string? genre, string? search)
    {
        var sold = new SoldBooks(new BookQuery { Genre = genre, Search = search });

        foreach (var sql in new[] { sold.TotalsSql, sold.MostSql })
        {
            var plan = Database.Plan(sql, sold.Parameters(50));

            Assert.Equal("SEARCH i USING PRIMARY KEY (order_id=?)", plan[plan.IndexOf("SCAN o") + 1]);
            Assert.DoesNotContain(plan, step => step.Contains("order_items_of_book", StringComparison.Ordinal));
        }
    }
}
