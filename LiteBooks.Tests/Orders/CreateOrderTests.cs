using System.Globalization;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Orders;

/// <summary>POST /api/v1/users/{id}/orders.</summary>
public sealed class CreateOrderTests(OrderFixture app) : IClassFixture<OrderFixture>
{
    [Fact]
    public async Task An_order_is_answered_whole_and_can_be_read_where_it_says()
    {
        var (first, second) = (await app.NewBook(5, 17.99m), await app.NewBook(5, 0.05m));

        var answer = (await app.Order("viewer", (second, 3), (first, 2))).ShouldBe(201);

        var order = answer.Json;
        Assert.Equal(["id", "user_id", "status", "total", "items", "created_at", "updated_at"], order.Names());
        Assert.Equal((app.IdOf("viewer"), "pending", 36.13m), (order.GetProperty("user_id").GetInt64(), order.Text("status"), order.GetProperty("total").GetDecimal()));
        Assert.Equal(
            $$"""[{"book_id":{{second}},"title":"The Left Hand of Darkness","quantity":3,"unit_price":0.05},{"book_id":{{first}},"title":"The Left Hand of Darkness","quantity":2,"unit_price":17.99}]""",
            order.GetProperty("items").GetRawText());
        Assert.InRange(DateTimeOffset.Parse(order.Text("created_at")!, CultureInfo.InvariantCulture), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Null(order.Text("updated_at"));
        Assert.Equal(app.At("viewer", answer), answer.Header("Location"));
        var read = (await app.Api.Get(answer.Header("Location")!, app.Viewer)).ShouldBe(200);
        Assert.Equal((answer.Text, answer.ETag, "no-store"), (read.Text, read.ETag, read.Header("Cache-Control")));
    }

    [Fact]
    public async Task The_stock_falls_and_the_version_of_the_book_moves()
    {
        var book = await app.NewBook(5);
        var seen = (await app.Api.Get($"/api/v1/admin/books/{book}", app.Admin)).ETag;

        (await app.Order("viewer", (book, 4))).ShouldBe(201);

        Assert.Equal(1, await app.Stock(book));
        (await app.Api.Patch($"/api/v1/admin/books/{book}", """{"stock_quantity":9}""", app.Admin, ("If-Match", seen))).ShouldBeProblem(412, "version_mismatch");
    }

    [Fact]
    public async Task The_last_copy_can_be_bought_and_no_more()
    {
        var book = await app.NewBook(1);

        (await app.Order("viewer", (book, 1))).ShouldBe(201);

        var problem = (await app.Order("viewer", (book, 1))).ShouldBeProblem(409, "insufficient_stock");
        Assert.Contains($"{book} (The Left Hand of Darkness)", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_short_book_leaves_everything_as_it_was_and_does_not_say_how_many_there_are()
    {
        var (plenty, few, more) = (await app.NewBook(90), await app.NewBook(73), await app.NewBook(90));
        var before = app.Written();

        var answer = await app.Order("viewer", (plenty, 2), (few, 74), (more, 2));

        answer.ShouldBeProblem(409, "insufficient_stock");
        Assert.DoesNotContain("73", answer.Json.Text("detail")!.Replace($"{few}", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal((90, 73, 90), (await app.Stock(plenty), await app.Stock(few), await app.Stock(more)));
        Assert.Equal(before, app.Written());
    }

    [Fact]
    public async Task A_user_orders_for_itself_and_an_admin_for_anybody()
    {
        var body = TestOrders.New((await app.NewBook(5), 1));

        foreach (var caller in new[] { app.Other, app.Editor })
        {
            (await app.Api.Post(app.Of("viewer"), body, caller)).ShouldBeProblem(403, "forbidden");
            (await app.Api.Post(TestOrders.Of(999_999), body, caller)).ShouldBeProblem(403, "forbidden");
        }
        (await app.Api.Post(TestOrders.Of(999_999), body, app.Admin)).ShouldBeProblem(404, "not_found");
        var order = (await app.Api.Post(app.Of("viewer"), body, app.Admin)).ShouldBe(201);
        Assert.Equal(app.IdOf("viewer"), order.Json.GetProperty("user_id").GetInt64());
    }

    [Fact]
    public async Task Titles_and_prices_are_those_of_the_day_of_the_order_for_ever()
    {
        var book = await app.NewBook(5);
        var order = (await app.Order("viewer", (book, 2))).ShouldBe(201);

        (await app.Api.Patch(TestBooks.At(book), """{"price":99,"title":"Another Title"}""", app.Editor)).ShouldBe(200);
        Assert.Equal(order.Text, (await app.Api.Get(app.At("viewer", order), app.Viewer)).Text);
        (await app.Api.Delete(TestBooks.At(book), app.Editor)).ShouldBe(204);
        Assert.Equal(order.Text, (await app.Api.Get(app.At("viewer", order), app.Viewer)).Text);
    }

    [Fact]
    public async Task An_order_that_is_sent_twice_under_one_key_is_placed_once()
    {
        var (book, other) = (await app.NewBook(5), await app.NewBook(5));
        var (body, key) = (TestOrders.New((book, 2)), ("Idempotency-Key", "once"));
        var first = (await app.Api.Post(app.Of("viewer"), body, app.Viewer, key)).ShouldBe(201);

        var again = (await app.Api.Post(app.Of("viewer"), body, app.Viewer, key)).ShouldBe(201);

        Assert.Equal((first.Text, first.ETag, first.Header("Location"), "true"), (again.Text, again.ETag, again.Header("Location"), again.Header("Idempotency-Replayed")));
        Assert.Equal(3, await app.Stock(book));
        (await app.Api.Post(app.Of("viewer"), TestOrders.New((other, 2)), app.Viewer, key)).ShouldBeProblem(422, "idempotency_key_reused");
        Assert.Equal(5, await app.Stock(other));
    }

    [Fact]
    public async Task An_order_that_was_refused_may_be_sent_again_under_its_key()
    {
        var (book, key) = (await app.NewBook(1), ("Idempotency-Key", "refused"));
        (await app.Api.Post(app.Of("viewer"), TestOrders.New((book, 2)), app.Viewer, key)).ShouldBeProblem(409, "insufficient_stock");

        (await app.Api.Post(app.Of("viewer"), TestOrders.New((book, 1)), app.Viewer, key)).ShouldBe(201);
    }
}
