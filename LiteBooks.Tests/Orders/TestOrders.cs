using System.Text.Json.Nodes;

namespace LiteBooks.Tests.Orders;

/// <summary>Orders for tests, and where they are.</summary>
internal static class TestOrders
{
    public static JsonObject New(params (long Book, long Quantity)[] items) => new()
    {
        ["items"] = new JsonArray([.. items.Select(item => (JsonNode)new JsonObject { ["book_id"] = item.Book, ["quantity"] = item.Quantity })]),
    };

    public static JsonObject Status(string status) => new() { ["status"] = status };

    public static string Of(long user) => $"/api/v1/users/{user}/orders";

    /// <summary>The moves that bring a new order there.</summary>
    public static string[] WayTo(string status) => status switch
    {
        "pending" => [],
        "shipped" => ["paid", "shipped"],
        _ => [status],
    };
}
