using Dapper;
using LiteBooks.Data;

namespace LiteBooks.Orders;

/// <summary>The SQL of a list of orders, newest first, which an index serves.</summary>
internal sealed class OrderListing(OrderQuery query)
{
    private const string Newest = "created_at";

    private static readonly SortMap Sorts = new("id", new SortColumn(Newest, "created_at"));

    private readonly SqlFilter _where = FilterOf(query);

    /// <summary>The parameters of <see cref="CountSql"/>.</summary>
    public DynamicParameters Parameters => _where.Parameters;

    /// <summary>The parameters of <see cref="PageSql"/> and <see cref="ItemsSql"/>.</summary>
    public DynamicParameters Paged()
    {
        Parameters.Add("limit", query.Page.PerPage);
        Parameters.Add("offset", query.Page.Offset);
        return Parameters;
    }

    public string CountSql => $"SELECT COUNT(*) FROM orders {_where}";

    public string PageSql(string columns) => $"""
        SELECT {columns}
        FROM orders
        {_where}
        {Sorts.OrderBy(Newest, descending: true)}
        LIMIT @limit OFFSET @offset
        """;

    /// <summary>The items of all orders of the page at once.</summary>
    public string ItemsSql(string columns) => $"""
        SELECT {columns}
        FROM order_items
        WHERE order_id IN ({PageSql("id")})
        ORDER BY order_id, position
        """;

    private static SqlFilter FilterOf(OrderQuery query)
    {
        var where = new SqlFilter();
        where.Add($"user_id = {query.UserId}");
        if (query.Status is { } status)
            where.Add($"status = {status}");
        return where;
    }
}
