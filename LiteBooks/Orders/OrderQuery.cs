using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Orders;

/// <summary>Which orders of a user a list is asked for.</summary>
public sealed record OrderQuery
{
    public required long UserId { get; init; }
    public string? Status { get; init; }
    public PageRequest Page { get; init; } = PageRequest.First;

    public static Outcome<OrderQuery> Read(long userId, IQueryCollection parameters)
    {
        var read = new QueryReader(parameters, new Faults());
        var query = new OrderQuery
        {
            UserId = userId,
            Status = read.Filter("status") is { } status ? read.ListedOrFault("status", status, OrderStatus.All) : null,
            Page = read.Page(),
        };
        return read.Faults.Any ? read.Faults.ToFailure() : query;
    }

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        QueryParameter.Choice("status", "Only orders that have come this far.", OrderStatus.All),
        .. QueryParameter.Paging("Orders"),
    ];
}
