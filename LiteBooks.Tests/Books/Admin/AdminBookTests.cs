using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books.Admin;

public sealed class AdminBookTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static readonly string[] Private = ["cost_price", "profit_margin", "supplier", "internal_notes", "stock_quantity"];

    [Fact]
    public async Task An_administrator_sees_the_book_and_what_nobody_else_sees()
    {
        var book = await app.Api.Create(TestBooks.Full());
        var seen = (await app.Api.Get(At(book.Id()))).ShouldBe(200);

        Assert.Equal([.. book.Names(), .. Private], seen.Json.Names());
        foreach (var member in book.EnumerateObject())
            Assert.Equal(member.Value.GetRawText(), seen.Json.GetProperty(member.Name).GetRawText());
        Assert.Equal("no-store", seen.Header("Cache-Control"));
        Assert.Equal(0, seen.Json.GetProperty("stock_quantity").GetInt64());
    }

    [Fact]
    public async Task A_patch_changes_both_sides_as_one_version()
    {
        var book = await app.Api.Create(TestBooks.Full());
        var changed = (await app.Api.Patch(At(book.Id()), new JsonObject
        {
            ["price"] = 20m,
            ["cost_price"] = 12.5m,
            ["supplier"] = "Winter Books",
            ["internal_notes"] = "Call first.",
            ["stock_quantity"] = 7,
        })).ShouldBe(200);

        Assert.Equal((20m, 12.5m, 37.5m, 7), (Number(changed.Json, "price"), Number(changed.Json, "cost_price"), Number(changed.Json, "profit_margin"), changed.Json.GetProperty("stock_quantity").GetInt32()));
        Assert.Equal(changed.Text, (await app.Api.Get(At(book.Id()))).ShouldBe(200).Text);
        Assert.Equal(20m, Number(await app.Api.Find(book.Id()), "price"));
        Assert.Equal(["2"], Rows("SELECT version FROM books WHERE id = @p0", book.Id()));
        Assert.Equal(["create", "update"], Rows("SELECT action FROM audit WHERE resource = 'books' AND resource_id = @p0 ORDER BY id", book.Id()));
        Assert.Equal(1, (await app.Api.List("in_stock=true")).GetProperty("total").GetInt64());
    }

    [Theory]
    [InlineData("10", "4", 60)]
    [InlineData("10", "10", 0)]
    [InlineData("10", "0", 100)]
    [InlineData("10", "12.5", -25)]
    [InlineData("9.99", "6.5", 34.93)]
    [InlineData("3", "1", 66.67)]
    [InlineData("10000", "0.01", 100)]
    public async Task The_margin_is_what_is_left_of_the_price_in_percent(string price, string cost, double margin)
    {
        var book = await app.Api.Create(TestBooks.Minimal().With("isbn", TestIsbn.Next()));
        var changed = (await app.Api.Patch(At(book.Id()), $$"""{"price":{{price}},"cost_price":{{cost}}}""")).ShouldBe(200).Json;

        Assert.Equal((decimal)margin, Number(changed, "profit_margin"));
        Assert.Null((await app.Api.Patch(At(book.Id()), """{"cost_price":null}""")).ShouldBe(200).Json.GetProperty("profit_margin").GetString());
    }

    [Theory]
    [InlineData("cost_price", "0", null)]
    [InlineData("cost_price", "10000", null)]
    [InlineData("cost_price", "null", null)]
    [InlineData("cost_price", "-0.01", "out_of_range")]
    [InlineData("cost_price", "10000.01", "out_of_range")]
    [InlineData("cost_price", "1.001", "too_many_decimals")]
    [InlineData("cost_price", "\"1\"", "wrong_type")]
    [InlineData("stock_quantity", "0", null)]
    [InlineData("stock_quantity", "1000000", null)]
    [InlineData("stock_quantity", "1000001", "out_of_range")]
    [InlineData("stock_quantity", "-1", "out_of_range")]
    [InlineData("stock_quantity", "1.5", "wrong_type")]
    [InlineData("stock_quantity", "null", "required")]
    [InlineData("supplier", "\"a\\u0007\"", "control_character")]
    [InlineData("profit_margin", "1", "unknown_member")]
    public async Task Values_have_bounds(string field, string value, string? fault)
    {
        var book = await app.Api.Create();
        var answer = await app.Api.Patch(At(book.Id()), $$"""{"{{field}}":{{value}}}""");

        if (fault is null)
            answer.ShouldBe(200);
        else
            answer.ShouldBeInvalid((field, fault));
    }

    [Theory]
    [InlineData("supplier", 200)]
    [InlineData("internal_notes", 5000)]
    public async Task Texts_have_bounds(string field, int longest)
    {
        var book = await app.Api.Create();
        (await app.Api.Patch(At(book.Id()), new JsonObject { [field] = string.Concat(Enumerable.Repeat("🎈", longest)) })).ShouldBe(200);
        (await app.Api.Patch(At(book.Id()), new JsonObject { [field] = new string('a', longest + 1) })).ShouldBeInvalid((field, "too_long"));
    }

    [Fact]
    public async Task The_rules_of_a_book_hold_here_too()
    {
        var book = await app.Api.Create();
        (await app.Api.Patch(At(book.Id()), "{}")).ShouldBeProblem(400, "empty_patch");
        (await app.Api.Patch(At(book.Id()), """{"title":null,"cost_price":-1}""")).ShouldBeInvalid(("title", "required"), ("cost_price", "out_of_range"));
        (await app.Api.Patch(At(book.Id()), """{"price":1000.01,"isbn":"0-441-01359-7"}""")).ShouldBeProblem(400, "premium_isbn_required");
        (await app.Api.Patch(At(999_999), """{"stock_quantity":1}""")).ShouldBeProblem(404, "not_found");
        (await app.Api.Get(At(999_999))).ShouldBeProblem(404, "not_found");
        (await app.Api.Patch(At(book.Id()), """{"stock_quantity":1}""", ("If-Match", "\"1.99-0000000000000000\""))).ShouldBeProblem(412, "version_mismatch");
    }

    [Fact]
    public async Task No_other_route_takes_these_fields()
    {
        var book = await app.Api.Create();
        foreach (var field in Private)
        {
            (await app.Api.Patch(TestBooks.At(book), new JsonObject { [field] = 1 })).ShouldBeInvalid((field, "unknown_member"));
            (await app.Api.Post(Api.Books, TestBooks.Minimal().With(field, 1))).ShouldBeInvalid((field, "unknown_member"));
        }
    }

    private static string At(long id) => $"/api/v1/admin/books/{id}";

    private static decimal Number(System.Text.Json.JsonElement json, string member) => json.GetProperty(member).GetDecimal();

    private IReadOnlyList<string> Rows(string sql, long id)
    {
        using var database = TestDatabase.Connect(app.DatabasePath);
        return database.Rows(sql, id);
    }
}
