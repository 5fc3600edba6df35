using LiteBooks.Http;
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
public sealed record OrderPage : IHasLinks
{
    public required IReadOnlyList<OrderResponse> Items { get; init; }

    /// <summary>Orders that match the filter, on all pages.</summary>
    public required long Total { get; init; }
    public required long Page { get; init; }
    public required int PerPage { get; init; }
    public required long TotalPages { get; init; }
    public required bool HasNext { get; init; }
    public required bool HasPrev { get; init; }

    public void AddLinks(HttpContext context) => Links.AddPages(context, Page, TotalPages, Total);

    public static OrderPage From(IEnumerable<OrderWithItems> orders, long total, PageRequest page)
    {
        var pages = page.PagesOf(total);
        return new()
        {
            Items = [.. orders.Select(OrderResponse.From)],
            Total = total,
            Page = page.Page,
            PerPage = page.PerPage,
            TotalPages = pages,
            HasNext = page.Page < pages,
            HasPrev = page.Page > 1,
        };
    }
}
