using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Orders;

/// <summary>A series of random orders of a member and of what becomes of them, the same each time for one seed.</summary>
internal sealed class OrderSeries(OrderFixture app, int seed, string member, long[] books)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _orders = [];

    public Task Step() => _random.Next(100) switch
    {
        < 50 => Order(),
        < 80 => Move("cancelled"),
        < 92 => Move("paid"),
        _ => Move("shipped"),
    };

    private async Task Order()
    {
        var items = _random.GetItems(books, _random.Next(1, 4)).Distinct().Select(book => (book, _random.NextInt64(1, 8))).ToArray();
        var answer = await app.Order(member, items);
        if (answer.Status == 201)
            _orders.Add(app.At(member, answer));
        else
            answer.ShouldBeProblem(409, "insufficient_stock");
    }

    private async Task Move(string status)
    {
        if (_orders.Count == 0)
            return;
        var answer = await app.Api.Patch(_orders[_random.Next(_orders.Count)], TestOrders.Status(status), app.Admin);
        if (answer.Status != 200)
            answer.ShouldBeProblem(409, "order_state");
    }
}
