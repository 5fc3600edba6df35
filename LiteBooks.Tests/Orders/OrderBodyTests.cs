using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Orders;

/// <summary>What an order may hold.</summary>
public sealed class OrderBodyTests(OrderFixture app) : IClassFixture<OrderFixture>
{
    [Fact]
    public async Task All_faults_come_at_once_with_their_paths()
    {
        var answer = await Post("""
            {"items":[{"book_id":1,"quantity":0},{"quantity":101},{"book_id":1,"quantity":1},{"book_id":2,"quantity":1.5},{"book_id":"3","quantity":null},{"book_id":4,"quantity":1,"price":1},7],"note":"x"}
            """);

        answer.ShouldBeInvalid(
            ("items[0].quantity", "out_of_range"),
            ("items[1].book_id", "required"), ("items[1].quantity", "out_of_range"),
            ("items[2].book_id", "repeated"),
            ("items[3].quantity", "wrong_type"),
            ("items[4].book_id", "wrong_type"), ("items[4].quantity", "required"),
            ("items[5].price", "unknown_member"),
            ("items[6]", "wrong_type"),
            ("note", "unknown_member"));
    }

    [Theory]
    [InlineData("{}", "required")]
    [InlineData("""{"items":null}""", "required")]
    [InlineData("""{"items":[]}""", "too_short")]
    [InlineData("""{"items":{}}""", "wrong_type")]
    public async Task Without_items_there_is_no_order(string body, string code) => (await Post(body)).ShouldBeInvalid(("items", code));

    [Fact]
    public async Task Every_book_that_there_is_not_is_named()
    {
        var book = await app.NewBook(1);
        var before = app.Written();

        (await app.Order("viewer", (999_998, 1), (book, 1), (999_999, 100), (-1, 1))).ShouldBeInvalid(
            ("items[0].book_id", "not_found"), ("items[2].book_id", "not_found"), ("items[3].book_id", "not_found"));

        Assert.Equal(before, app.Written());
        Assert.Equal(1, await app.Stock(book));
    }

    [Fact]
    public async Task A_book_that_there_is_not_is_told_before_one_that_is_short()
    {
        var book = await app.NewBook(1);

        (await app.Order("viewer", (book, 2), (999_999, 1))).ShouldBeInvalid(("items[1].book_id", "not_found"));
    }

    [Fact]
    public async Task A_hundred_copies_are_the_most()
    {
        var book = await app.NewBook(101);

        (await app.Order("viewer", (book, 101))).ShouldBeInvalid(("items[0].quantity", "out_of_range"));
        Assert.Equal(1250m, (await app.Order("viewer", (book, 100))).ShouldBe(201).Json.GetProperty("total").GetDecimal());
        (await app.Order("viewer", (book, 1))).ShouldBe(201);
    }

    [Fact]
    public async Task A_hundred_items_are_the_most()
    {
        var books = await Task.WhenAll(Enumerable.Range(0, 101).Select(_ => app.NewBook(1)));
        (long, long)[] items = [.. books.Select(book => (book, 1L))];

        (await app.Order("viewer", items)).ShouldBeInvalid(("items", "too_many"));
        var order = (await app.Order("viewer", items[..100])).ShouldBe(201).Json;

        Assert.Equal(books[..100], order.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("book_id").GetInt64()));
        Assert.Equal((0, 1), (await app.Stock(books[99]), await app.Stock(books[100])));
    }

    [Fact]
    public async Task What_is_no_object_is_no_order()
    {
        (await Post("[]")).ShouldBeInvalid(("$", "wrong_type"));
        (await Post("{")).ShouldBeProblem(400, "malformed_json");
    }

    private Task<Answer> Post(string body) => app.Api.Post(app.Of("viewer"), body, app.Viewer);
}
