using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Orders;

/// <summary>Whoever buys at the same time, no copy is sold twice and none gets lost.</summary>
public sealed class OrderRaceTests(OrderFixture app) : IClassFixture<OrderFixture>
{
    private static readonly string[] Members = ["viewer", "other", "editor"];

    [Fact]
    public async Task Two_hundred_buyers_of_fifty_copies_buy_fifty()
    {
        var book = await app.NewBook(50);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(buyer => app.Order(Members[buyer % 3], (book, 1))));

        Assert.Equal(50, answers.Count(answer => answer.Status == 201));
        foreach (var answer in answers.Where(answer => answer.Status != 201))
            answer.ShouldBeProblem(409, "insufficient_stock");
        Assert.Equal(0, await app.Stock(book));
        using var database = app.Connect();
        Assert.Equal(["50"], database.Rows("SELECT SUM(quantity) FROM order_items WHERE book_id = @p0", book));
    }

    [Fact]
    public async Task One_order_that_many_cancel_at_once_gives_its_copies_back_once()
    {
        var book = await app.NewBook(5);
        var order = (await app.Order("viewer", (book, 3))).ShouldBe(201);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.Api.Patch(app.At("viewer", order), TestOrders.Status("cancelled"), app.Admin)));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(5, await app.Stock(book));
    }

    [Fact]
    public async Task After_many_orders_and_cancellations_stock_and_sales_make_up_what_there_was()
    {
        const int Initial = 40;
        var books = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.NewBook(Initial)));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            var series = new OrderSeries(app, seed: worker, Members[worker % 3], books);
            for (var i = 0; i < 40; i++)
                await series.Step();
        }));

        using var database = app.Connect();
        foreach (var book in books)
        {
            Assert.Equal([$"{Initial}"], database.Rows("""
                SELECT b.stock_quantity + coalesce((
                    SELECT SUM(i.quantity)
                    FROM order_items i
                    JOIN orders o ON o.id = i.order_id
                    WHERE i.book_id = b.id AND o.status <> 'cancelled'), 0)
                FROM books b
                WHERE b.id = @p0
                """, book));
        }
        Assert.Empty(database.Rows("SELECT id FROM orders o WHERE total_cents <> (SELECT SUM(quantity * unit_cents) FROM order_items WHERE order_id = o.id)"));
    }
}
