using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Orders;

/// <summary>What is written down with an order: audit, activity, and the e-mail that goes out.</summary>
public sealed class OrderRecordTests(OrderFixture app) : IClassFixture<OrderFixture>
{
    [Fact]
    public async Task Every_move_is_kept_with_who_made_it()
    {
        var order = await app.NewOrder();
        var address = app.At("viewer", order);
        (await app.Api.Patch(address, TestOrders.Status("paid"), app.Admin, ("X-Request-ID", "the-payment"))).ShouldBe(200);
        (await app.Api.Patch(address, TestOrders.Status("cancelled"), app.Admin)).ShouldBe(200);

        using var database = app.Connect();
        Assert.Equal(
            ["viewer|create|NULL|pending", "admin|update|pending|paid", "admin|update|paid|cancelled"],
            database.Rows("SELECT username, action, before ->> 'status', after ->> 'status' FROM audit WHERE resource = 'orders' AND resource_id = @p0 ORDER BY id", order.Json.Id()));
        Assert.Equal(
            ["viewer|order_placed|NULL", $"admin|order_paid|{app.IdOf("viewer")}", $"admin|order_cancelled|{app.IdOf("viewer")}"],
            database.Rows("SELECT username, kind, details ->> 'for_user_id' FROM activity WHERE details ->> 'order_id' = @p0 ORDER BY id", order.Json.Id()));
        Assert.Equal(["order_paid"], database.Rows("SELECT kind FROM activity WHERE request_id = 'the-payment'"));
        using var kept = JsonDocument.Parse(database.Rows("SELECT after FROM audit WHERE resource = 'orders' AND resource_id = @p0", order.Json.Id())[0]);
        Assert.Equal((25m, 12.5m), (kept.RootElement.GetProperty("total").GetDecimal(), kept.RootElement.GetProperty("items")[0].GetProperty("unit_price").GetDecimal()));
    }

    [Fact]
    public async Task The_activity_names_the_admin_who_orders_for_another_and_whom_it_is_for()
    {
        var order = (await app.Api.Post(app.Of("other"), TestOrders.New((await app.NewBook(3), 1)), app.Admin)).ShouldBe(201).Json.Id();

        var entry = (await app.Api.Get("/api/v1/admin/activity?kind=order_placed&limit=1", app.Admin)).ShouldBe(200).Json.GetProperty("items")[0];

        Assert.Equal(("admin", app.IdOf("admin")), (entry.Text("user"), entry.GetProperty("user_id").GetInt64()));
        Assert.Equal($$"""{"order_id":{{order}},"for_user_id":{{app.IdOf("other")}}}""", entry.GetProperty("details").GetRawText());
    }

    [Fact]
    public async Task The_activity_of_an_admin_who_orders_for_itself_names_nobody_else()
    {
        var order = await app.NewOrder("admin");

        using var database = app.Connect();
        Assert.Equal(["admin"], database.Rows("SELECT username FROM activity WHERE details = @p0", $$"""{"order_id":{{order.Json.Id()}}}"""));
    }

    [Fact]
    public async Task The_buyer_is_sent_what_was_bought()
    {
        var (first, second) = (await app.NewBook(5, 17.99m), await app.NewBook(5, 10m));
        (await app.Api.Patch(TestBooks.At(second), """{"title":"Two\nLines"}""", app.Editor)).ShouldBe(200);

        var id = (await app.Order("viewer", (first, 2), (second, 1))).ShouldBe(201).Json.Id();

        using var database = app.Connect();
        Assert.Equal(
            ["order_confirmation|viewer of the tests|viewer@example.org"],
            database.Rows("SELECT kind, to_name, to_address FROM outbox WHERE subject = @p0", $"Your order {id}"));
        Assert.Equal($"""
            Hello viewer of the tests,

            thank you for your order {id}:

            2 x The Left Hand of Darkness, 17.99 USD each
            1 x Two Lines, 10.00 USD each

            Total: 45.98 USD
            """.ReplaceLineEndings("\n"), database.Scalar("SELECT body FROM outbox WHERE subject = @p0", $"Your order {id}"));
    }

    [Fact]
    public async Task What_was_refused_leaves_no_trace()
    {
        var (address, book) = (await app.NewOrder("viewer", "paid"), await app.NewBook(1));
        var before = app.Written();

        (await app.Order("viewer", (book, 2))).ShouldBeProblem(409, "insufficient_stock");
        (await app.Order("viewer", (999_999, 2))).ShouldBeInvalid(("items[0].book_id", "not_found"));
        (await app.Api.Post(app.Of("viewer"), TestOrders.New((book, 1)), app.Other)).ShouldBeProblem(403, "forbidden");
        (await app.Api.Patch(address, TestOrders.Status("cancelled"), app.Viewer)).ShouldBeProblem(403, "forbidden");
        (await app.Api.Patch(address, TestOrders.Status("pending"), app.Admin)).ShouldBeProblem(409, "order_state");
        (await app.Api.Patch(address, TestOrders.Status("shipped"), app.Admin, ("If-Match", "\"other\""))).ShouldBeProblem(412, "version_mismatch");

        Assert.Equal(before, app.Written());
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("activity")]
    [InlineData("outbox")]
    public async Task An_order_that_cannot_be_written_down_is_not_placed(string table)
    {
        var (book, before) = (await app.NewBook(5), app.Written());
        using (var database = app.Connect())
            database.Run($"CREATE TRIGGER no_more BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END");

        var answer = await app.Order("viewer", (book, 2));
        using (var database = app.Connect())
            database.Run("DROP TRIGGER no_more");

        answer.ShouldBeProblem(500, "internal_error");
        Assert.Equal(before, app.Written());
        Assert.Equal(5, await app.Stock(book));
    }
}
