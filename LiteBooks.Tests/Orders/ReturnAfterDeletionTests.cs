using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Orders;

/// <summary>Copies that are ordered while their book is deleted and put back: none is lost, and none is counted twice.</summary>
public sealed class ReturnAfterDeletionTests(OrderFixture app) : IClassFixture<OrderFixture>
{
    [Theory]
    [InlineData("admin")]
    [InlineData("editor")]
    public async Task Copies_of_orders_that_were_cancelled_while_the_book_was_gone_are_there_when_it_comes_back(string by)
    {
        var book = await app.NewBook(10);
        var (order, other) = (await Order(book, 4), await Order(book, 1));
        await Delete(book);
        await Cancel(order);
        await Cancel(other);

        await PutBack(book, by);

        Assert.Equal(10, await app.Stock(book));
    }

    [Fact]
    public async Task An_order_that_is_cancelled_after_the_book_came_back_returns_its_copies_once()
    {
        var book = await app.NewBook(10);
        var order = await Order(book, 4);
        await Delete(book);
        await PutBack(book);
        Assert.Equal(6, await app.Stock(book));

        await Cancel(order);

        Assert.Equal(10, await app.Stock(book));
    }

    [Fact]
    public async Task A_second_deletion_does_not_count_again_what_came_back_at_the_first()
    {
        var book = await app.NewBook(10);
        var (early, gone, late) = (await Order(book, 1), await Order(book, 2), await Order(book, 3));
        await Cancel(early);
        await Delete(book);
        await Cancel(gone);
        await PutBack(book);
        Assert.Equal(7, await app.Stock(book));
        await Delete(book);
        await Cancel(late);

        await PutBack(book);

        Assert.Equal(10, await app.Stock(book));
    }

    [Fact]
    public async Task Orders_that_stand_and_orders_of_other_books_return_nothing()
    {
        var (book, another) = (await app.NewBook(10), await app.NewBook(10));
        var paid = await Order(book, 4);
        var others = await Order(another, 2);
        await Delete(book);
        (await app.Api.Patch(paid, TestOrders.Status("paid"), app.Admin)).ShouldBe(200);
        await Cancel(others);

        await PutBack(book);

        Assert.Equal((6, 10), (await app.Stock(book), await app.Stock(another)));
    }

    private async Task<string> Order(long book, long quantity) => app.At("viewer", (await app.Order("viewer", (book, quantity))).ShouldBe(201));

    private async Task Cancel(string order) => (await app.Api.Patch(order, TestOrders.Status("cancelled"), app.Admin)).ShouldBe(200);

    private async Task Delete(long book) => (await app.Api.Delete(TestBooks.At(book), app.Editor)).ShouldBe(204);

    private async Task PutBack(long book, string by = "admin")
    {
        var deletion = (await app.Api.Get($"/api/v1/admin/audit?resource=books&resource_id={book}&action=delete&limit=1", app.Admin)).ShouldBe(200).Json.GetProperty("items")[0].Id();
        (await app.Api.Post($"{TestBooks.At(book)}/revert", new JsonObject { ["audit_id"] = deletion }, app.As(by))).ShouldBe(200);
    }
}
