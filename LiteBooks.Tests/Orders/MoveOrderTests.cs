using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Orders;

/// <summary>PATCH /api/v1/users/{id}/orders/{order_id}: which moves there are, and whose they are.</summary>
public sealed class MoveOrderTests(OrderFixture app) : IClassFixture<OrderFixture>
{
    private static readonly string[] All = ["pending", "paid", "shipped", "cancelled"];
    private static readonly string[] Moves = ["pending paid", "paid shipped", "pending cancelled", "paid cancelled"];

    [Fact]
    public async Task An_admin_makes_every_move_that_there_is_and_no_other()
    {
        foreach (var (from, to) in Pairs())
        {
            var answer = await Move(await app.NewOrder("viewer", from), to, app.Admin);
            if (Moves.Contains($"{from} {to}"))
                Assert.Equal(to, answer.ShouldBe(200).Json.Text("status"));
            else
                answer.ShouldBeProblem(409, "order_state");
        }
    }

    [Fact]
    public async Task A_user_only_cancels_its_own_pending_order()
    {
        foreach (var (from, to) in Pairs())
        {
            var answer = await Move(await app.NewOrder("viewer", from), to, app.Viewer);
            if ((from, to) == ("pending", "cancelled"))
                Assert.Equal(to, answer.ShouldBe(200).Json.Text("status"));
            else
                answer.ShouldBeProblem(403, "forbidden");
        }
    }

    [Theory]
    [InlineData("other")]
    [InlineData("editor")]
    public async Task Nobody_else_moves_it_at_all(string member)
    {
        var address = await app.NewOrder("viewer", "pending");

        foreach (var to in All)
            (await Move(address, to, app.As(member))).ShouldBeProblem(403, "forbidden");

        Assert.Equal("pending", (await app.Api.Get(address, app.Admin)).Json.Text("status"));
    }

    [Fact]
    public async Task An_editor_cancels_its_own_as_everybody_does()
    {
        var address = await app.NewOrder("editor", "pending");

        (await Move(address, "paid", app.Editor)).ShouldBeProblem(403, "forbidden");
        (await Move(address, "cancelled", app.Editor)).ShouldBe(200);
    }

    [Theory]
    [InlineData("pending", 3)]
    [InlineData("paid", 3)]
    [InlineData("shipped", 1)]
    public async Task The_stock_returns_once_with_a_cancellation(string from, int expected)
    {
        var address = await app.NewOrder("viewer", from);
        var book = (await app.Api.Get(address, app.Viewer)).Json.GetProperty("items")[0].GetProperty("book_id").GetInt64();
        var seen = (await app.Api.Get($"/api/v1/admin/books/{book}", app.Admin)).ETag;

        await Move(address, "cancelled", app.Admin);
        (await Move(address, "cancelled", app.Admin)).ShouldBeProblem(409, "order_state");

        Assert.Equal(expected, await app.Stock(book));
        Assert.Equal(from == "shipped", seen == (await app.Api.Get($"/api/v1/admin/books/{book}", app.Admin)).ETag);
    }

    [Fact]
    public async Task The_stock_returns_to_those_books_that_still_exist()
    {
        var (kept, gone) = (await app.NewBook(4), await app.NewBook(4));
        var order = (await app.Order("viewer", (gone, 1), (kept, 3))).ShouldBe(201);
        (await app.Api.Delete(TestBooks.At(gone), app.Editor)).ShouldBe(204);

        var cancelled = (await Move(app.At("viewer", order), "cancelled", app.Viewer)).ShouldBe(200).Json;

        Assert.Equal(4, await app.Stock(kept));
        Assert.Equal(order.Json.GetProperty("items").GetRawText(), cancelled.GetProperty("items").GetRawText());
        Assert.NotNull(cancelled.Text("updated_at"));
    }

    [Theory]
    [InlineData("""{"status":null}""", "status", "required")]
    [InlineData("""{"status":"Paid"}""", "status", "not_in_list")]
    [InlineData("""{"status":1}""", "status", "wrong_type")]
    [InlineData("""{"status":"paid","total":1}""", "total", "unknown_member")]
    public async Task A_move_names_a_status_and_nothing_else(string body, string field, string code)
    {
        var address = await app.NewOrder("viewer", "pending");

        (await app.Api.Patch(address, body, app.Admin)).ShouldBeInvalid((field, code));
        (await app.Api.Patch(address, "{}", app.Admin)).ShouldBeProblem(400, "empty_patch");
    }

    [Fact]
    public async Task An_order_of_somebody_else_is_not_there()
    {
        var order = await app.NewOrder();

        (await Move(app.At("other", order), "cancelled", app.Other)).ShouldBeProblem(404, "not_found");
        (await Move(app.At("other", order), "cancelled", app.Admin)).ShouldBeProblem(404, "not_found");
        (await Move($"{app.Of("viewer")}/999999", "cancelled", app.Viewer)).ShouldBeProblem(404, "not_found");
        (await Move($"{app.Of("viewer")}/x", "cancelled", app.Viewer)).ShouldBeInvalid(("order_id", "wrong_type"));
    }

    private Task<Answer> Move(string address, string status, (string, string) by) => app.Api.Patch(address, TestOrders.Status(status), by);

    private static IEnumerable<(string From, string To)> Pairs() => All.SelectMany(from => All.Select(to => (from, to)));
}
