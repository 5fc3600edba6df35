using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Orders;

/// <summary>Entity tags of orders, and If-Match.</summary>
public sealed class ConditionalOrderTests(OrderFixture app) : IClassFixture<OrderFixture>
{
    [Fact]
    public async Task Each_answer_gives_the_tag_for_the_next_move()
    {
        var placed = await app.NewOrder();
        var address = app.At("viewer", placed);

        var paid = (await app.Api.Patch(address, TestOrders.Status("paid"), app.Admin, ("If-Match", placed.ETag))).ShouldBe(200);
        (await app.Api.Patch(address, TestOrders.Status("shipped"), app.Admin, ("If-Match", placed.ETag))).ShouldBeProblem(412, "version_mismatch");
        (await app.Api.Patch(address, TestOrders.Status("shipped"), app.Admin, ("If-Match", "nonsense"))).ShouldBeProblem(400, "malformed_header");
        (await app.Api.Get(address, app.Viewer, ("If-None-Match", paid.ETag))).ShouldBe(304);
        Assert.Equal(paid.Text, (await app.Api.Get(address, app.Viewer, ("If-None-Match", placed.ETag))).ShouldBe(200).Text);

        (await app.Api.Patch(address, TestOrders.Status("shipped"), app.Admin, ("If-Match", paid.ETag))).ShouldBe(200);
    }

    [Fact]
    public async Task Of_two_who_move_it_at_once_one_is_too_late()
    {
        for (var round = 0; round < 10; round++)
        {
            var order = await app.NewOrder();
            var address = app.At("viewer", order);

            var answers = await Task.WhenAll(
                app.Api.Patch(address, TestOrders.Status("paid"), app.Admin, ("If-Match", order.ETag)),
                app.Api.Patch(address, TestOrders.Status("cancelled"), app.Admin, ("If-Match", order.ETag)));

            answers.Single(answer => answer.Status != 200).ShouldBeProblem(412, "version_mismatch");
        }
    }
}

/// <summary>With the setting Api:RequireIfMatch.</summary>
public sealed class RequiredOrderVersionTests(RequiredOrderVersionTests.Fixture app) : IClassFixture<RequiredOrderVersionTests.Fixture>
{
    public sealed class Fixture : Team
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Api:RequireIfMatch", "true"), .. base.Settings];
    }

    [Fact]
    public async Task A_move_has_to_say_which_version_it_moves()
    {
        var book = (await app.Api.Post(Api.Books, TestBooks.Minimal(), app.Editor)).ShouldBe(201).Json.Id();
        (await app.Api.Patch($"/api/v1/admin/books/{book}", """{"stock_quantity":1}""", app.Admin, ("If-Match", "*"))).ShouldBe(200);
        var order = (await app.Api.Post(TestOrders.Of(app.IdOf("viewer")), TestOrders.New((book, 1)), app.Viewer)).ShouldBe(201);
        var address = order.Header("Location")!;

        (await app.Api.Patch(address, TestOrders.Status("cancelled"), app.Viewer)).ShouldBeProblem(428, "precondition_required");
        (await app.Api.Patch(address, TestOrders.Status("cancelled"), app.Viewer, ("If-Match", order.ETag))).ShouldBe(200);
    }
}
