using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;

namespace LiteBooks.Orders;

/// <summary>One page of the orders of a user. A page past the end has no items.</summary>
[Listing("items", typeof(OrderResponse))]
[Example($$"""
    {
      "items": [{{OrderResponse.Sample}}],
      "total": 3,
      "page": 1,
      "per_page": 1,
      "total_pages": 3,
      "has_next": true,
      "has_prev": false
    }
    """)]
public sealed record OrderPage : CountedPage<OrderResponse>
{
    public static OrderPage From(IEnumerable<OrderWithItems> orders, long total, PageRequest page) => new()
    {
        Items = [.. orders.Select(OrderResponse.From)],
        Total = total,
        Page = page.Page,
        PerPage = page.PerPage,
    };
}
