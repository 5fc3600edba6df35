using LiteBooks.Orders;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Orders;

/// <summary>How the orders of a user are looked up.</summary>
[Trait("Category", "InProcess")]
public sealed class OrderListingTests : DatabaseTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("paid")]
    public void A_page_follows_an_index_and_sorts_nothing(string? status)
    {
        var listing = new OrderListing(new OrderQuery { UserId = 7, Status = status });

        var plan = Plan(listing.PageSql("id, total_cents"), listing);

        Assert.StartsWith("SEARCH orders USING INDEX orders_of_user ", Assert.Single(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void The_items_of_a_page_are_found_by_their_orders()
    {
        var listing = new OrderListing(new OrderQuery { UserId = 7 });

        Assert.DoesNotContain(Plan(listing.ItemsSql("title"), listing), step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    private List<string> Plan(string sql, OrderListing listing) => Database.Plan(sql, listing.Paged());
}
