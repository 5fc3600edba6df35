using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Orders;

/// <summary>GET of one order and of a user's.</summary>
public sealed class ReadOrderTests(OrderFixture app) : IClassFixture<OrderFixture>
{
    [Fact]
    public async Task Orders_come_newest_first_in_pages()
    {
        var (id, token) = await app.Join("pages", "viewer");
        var book = await app.NewBook(9);
        var placed = new List<long>();
        for (var i = 0; i < 5; i++)
            placed.Insert(0, (await app.Order("pages", (book, 1))).ShouldBe(201).Json.Id());

        var first = (await app.Api.Get($"{TestOrders.Of(id)}?per_page=2", Team.Bearer(token))).ShouldBe(200);
        var last = (await app.Api.Get(first.Links["last"], Team.Bearer(token))).ShouldBe(200);

        Assert.Equal(["items", "total", "page", "per_page", "total_pages", "has_next", "has_prev"], first.Json.Names());
        Assert.Equal(placed[..2], first.Json.Ids());
        Assert.Equal(placed[4..], last.Json.Ids());
        Assert.Equal(("5", "3", "no-store"), (first.Header("X-Total-Count"), first.Header("X-Total-Pages"), first.Header("Cache-Control")));
        Assert.True(first.Json.GetProperty("has_next").GetBoolean() && last.Json.GetProperty("has_prev").GetBoolean());
        Assert.Equal((await app.Api.Get($"{TestOrders.Of(id)}/{placed[0]}", app.Admin)).Text, first.Json.GetProperty("items")[0].GetRawText());
        Assert.Empty((await app.Api.Get($"{TestOrders.Of(id)}?page=4&per_page=2", app.Admin)).ShouldBe(200).Json.Ids());
    }

    [Fact]
    public async Task A_list_can_be_narrowed_to_a_status()
    {
        var (id, _) = await app.Join("narrow", "viewer");
        var paid = await app.NewOrder("narrow", "paid");
        await app.NewOrder("narrow", "pending");

        var page = (await app.Api.Get($"{TestOrders.Of(id)}?status=paid", app.As("narrow"))).ShouldBe(200).Json;

        Assert.Equal(paid, $"{TestOrders.Of(id)}/{Assert.Single(page.Ids())}");
        Assert.Equal(2, (await app.Api.Get($"{TestOrders.Of(id)}?status=", app.Admin)).Json.GetProperty("total").GetInt32());
        (await app.Api.Get($"{TestOrders.Of(id)}?status=lost&per_page=101", app.Admin)).ShouldBeInvalid(("status", "not_in_list"), ("per_page", "out_of_range"));
    }

    [Fact]
    public async Task Nobody_else_sees_them_or_learns_whose_there_are()
    {
        var order = await app.NewOrder();

        foreach (var caller in new[] { app.Other, app.Editor })
        {
            (await app.Api.Get(app.Of("viewer"), caller)).ShouldBeProblem(403, "forbidden");
            (await app.Api.Get(app.At("viewer", order), caller)).ShouldBeProblem(403, "forbidden");
            (await app.Api.Get(TestOrders.Of(999_999), caller)).ShouldBeProblem(403, "forbidden");
        }
        (await app.Api.Get(app.At("other", order), app.Other)).ShouldBeProblem(404, "not_found");
        (await app.Api.Get(TestOrders.Of(999_999), app.Admin)).ShouldBeProblem(404, "not_found");
        (await app.Api.Get(app.At("viewer", order), app.Admin)).ShouldBe(200);
    }

    [Fact]
    public async Task A_user_with_orders_cannot_be_deleted()
    {
        var (id, _) = await app.Join("buyer", "viewer");
        (await app.Api.Delete(TestUsers.At((await app.Join("idler", "viewer")).Id), app.Admin)).ShouldBe(204);
        var order = await app.NewOrder("buyer");

        (await app.Api.Delete(TestUsers.At(id), app.Admin)).ShouldBeProblem(409, "user_has_orders");

        Assert.Equal(order.Text, (await app.Api.Get(app.At("buyer", order), app.Admin)).Text);
    }
}
