using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>Earlier states come back as new changes.</summary>
public sealed class RevertTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_change_is_undone_by_its_entry()
    {
        var book = await Create();
        await Patch(book, """{"title":"Changed","price":99,"tags":[],"genre":null,"status":"archived","author_name":"Somebody Else"}""");

        var reverted = (await Revert(book, await LastEntry(book))).ShouldBe(200).Json;

        ShouldBeAsCreated(book, reverted);
        Assert.NotNull(reverted.Text("updated_at"));
        Assert.Equal(["create", "update", "revert"], await Actions(book));
        // A revert is a change like any other.
        await Revert(book, await LastEntry(book));
        Assert.Equal("Changed", (await team.Api.Find(book.Id())).Text("title"));
    }

    [Fact]
    public async Task The_entry_of_a_creation_brings_the_book_back_as_it_was_made()
    {
        var book = await Create();
        var created = await LastEntry(book);
        await Patch(book, """{"title":"Once"}""");
        await Patch(book, """{"title":"Twice"}""");

        ShouldBeAsCreated(book, (await Revert(book, created)).ShouldBe(200).Json);
    }

    [Fact]
    public async Task Either_side_of_a_change_can_be_named()
    {
        var book = await Create();
        await Patch(book, """{"title":"Once"}""");
        var once = await LastEntry(book);
        await Patch(book, """{"title":"Twice"}""");

        Assert.Equal("Once", (await Revert(book, once, "after")).ShouldBe(200).Json.Text("title"));
        Assert.Equal(book.Text("title"), (await Revert(book, once, "before")).ShouldBe(200).Json.Text("title"));
    }

    [Fact]
    public async Task A_deleted_book_comes_back_under_its_own_id()
    {
        var book = await Create();
        var old = (await team.Api.Get(TestBooks.At(book))).ETag;
        (await team.Api.Patch($"/api/v1/admin/books/{book.Id()}", """{"stock_quantity":5,"cost_price":2}""", team.Admin)).ShouldBe(200);
        (await team.Api.Delete(TestBooks.At(book), team.Editor)).ShouldBe(204);
        (await team.Api.Get(TestBooks.At(book))).ShouldBeProblem(404, "not_found");

        (await Revert(book, await LastEntry(book))).ShouldBe(200);

        ShouldBeAsCreated(book, await team.Api.Find(book.Id()));
        var restored = (await team.Api.Get($"/api/v1/admin/books/{book.Id()}", team.Admin)).ShouldBe(200).Json;
        Assert.Equal((5, 2m), (restored.GetProperty("stock_quantity").GetInt32(), restored.GetProperty("cost_price").GetDecimal()));
        Assert.Contains(book.Id(), (await team.Api.List($"search={Api.Escape(book.Text("title")!)}")).Ids());
        (await team.Api.Patch(TestBooks.At(book), """{"price":1}""", ("If-Match", old), team.Editor)).ShouldBeProblem(412, "version_mismatch");
    }

    [Fact]
    public async Task A_book_whose_number_was_given_to_another_does_not_come_back()
    {
        var book = await Create();
        (await team.Api.Delete(TestBooks.At(book), team.Editor)).ShouldBe(204);
        var heir = (await team.Api.Post(Api.Books, TestBooks.Minimal().With("isbn", book.Text("isbn")), team.Editor)).ShouldBe(201).Json;

        var problem = (await Revert(book, await LastEntry(book))).ShouldBeProblem(409, "duplicate_isbn");

        Assert.Equal(heir.Id(), problem.Json.GetProperty("existing_id").GetInt64());
        (await team.Api.Get(TestBooks.At(book))).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task Stock_stays_and_costs_come_back_for_an_administrator_alone()
    {
        var book = await Create();
        var at = $"/api/v1/admin/books/{book.Id()}";
        (await team.Api.Patch(at, """{"cost_price":5,"supplier":"A","stock_quantity":3}""", team.Admin)).ShouldBe(200);
        var first = await LastEntry(book);
        (await team.Api.Patch(at, """{"cost_price":6,"supplier":"B","stock_quantity":9,"title":"Renamed"}""", team.Admin)).ShouldBe(200);

        (await Revert(book, first, "after", team.Editor)).ShouldBe(200);
        var byEditor = (await team.Api.Get(at, team.Admin)).ShouldBe(200).Json;
        Assert.Equal((book.Text("title"), 6m, "B", 9), Sides(byEditor));

        (await Revert(book, first, "after", team.Admin)).ShouldBe(200);
        Assert.Equal((book.Text("title"), 5m, "A", 9), Sides((await team.Api.Get(at, team.Admin)).ShouldBe(200).Json));

        static (string?, decimal, string?, int) Sides(JsonElement seen) =>
            (seen.Text("title"), seen.GetProperty("cost_price").GetDecimal(), seen.Text("supplier"), seen.GetProperty("stock_quantity").GetInt32());
    }

    [Fact]
    public async Task An_editor_cannot_put_costs_and_stock_back_by_deleting_the_book_first()
    {
        var book = await Create();
        var at = $"/api/v1/admin/books/{book.Id()}";
        (await team.Api.Patch(at, """{"cost_price":5,"supplier":"A","stock_quantity":3}""", team.Admin)).ShouldBe(200);
        var first = await LastEntry(book);
        (await team.Api.Patch(at, """{"cost_price":6,"supplier":"B","stock_quantity":9}""", team.Admin)).ShouldBe(200);
        (await team.Api.Delete(TestBooks.At(book), team.Editor)).ShouldBe(204);

        (await Revert(book, first, "after", team.Editor)).ShouldBe(200);

        var seen = (await team.Api.Get(at, team.Admin)).ShouldBe(200).Json;
        Assert.Equal((6m, "B", 9), (seen.GetProperty("cost_price").GetDecimal(), seen.Text("supplier"), seen.GetProperty("stock_quantity").GetInt32()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_book_stays_with_its_author_under_whatever_name_it_goes_now(bool oldNameIsTaken)
    {
        var (old, now) = ($"Old {Guid.NewGuid()}", $"New {Guid.NewGuid()}");
        var book = (await team.Api.Post(Api.Books, TestBooks.Minimal().With("author_name", old), team.Editor)).ShouldBe(201).Json;
        var author = (await team.Api.Get($"/api/v2/books/{book.Id()}")).ShouldBe(200).Json.GetProperty("data").GetProperty("author").Id();
        await Patch(book, """{"price":99}""");
        var entry = await LastEntry(book);
        (await team.Api.Patch($"/api/v1/authors/{author}", new JsonObject { ["name"] = now }, team.Editor)).ShouldBe(200);
        if (oldNameIsTaken)
            (await team.Api.Post("/api/v1/authors", new JsonObject { ["name"] = old }, team.Editor)).ShouldBe(201);

        var reverted = (await Revert(book, entry)).ShouldBe(200).Json;

        Assert.Equal((12.5m, now), (reverted.GetProperty("price").GetDecimal(), reverted.Text("author_name")));
        Assert.Equal(1, (await team.Api.Get($"/api/v1/authors/{author}")).ShouldBe(200).Json.GetProperty("book_count").GetInt32());
    }

    [Fact]
    public async Task A_book_that_is_gone_is_no_version_that_a_client_could_know()
    {
        var book = await Create();
        var tag = (await team.Api.Get(TestBooks.At(book))).ETag;
        (await team.Api.Delete(TestBooks.At(book), team.Editor)).ShouldBe(204);
        var body = new JsonObject { ["audit_id"] = await LastEntry(book) };

        (await team.Api.Post($"{TestBooks.At(book)}/revert", body, ("If-Match", tag), team.Editor)).ShouldBeProblem(412, "version_mismatch");
        (await team.Api.Post($"{TestBooks.At(book)}/revert", body, team.Editor)).ShouldBe(200);
    }

    [Fact]
    public async Task What_is_no_state_of_this_book_is_refused_and_changes_nothing()
    {
        var (book, other) = (await Create(), await Create());
        var created = await LastEntry(book);
        (await Revert(book, await LastEntry(other))).ShouldBeProblem(404, "not_found");
        (await Revert(book, long.MaxValue)).ShouldBeProblem(404, "not_found");
        (await Revert(book, created, "before")).ShouldBeProblem(400, "nothing_to_revert");
        (await Revert(book, created, "between")).ShouldBeInvalid(("state", "not_in_list"));
        (await Revert(book, 0)).ShouldBeInvalid(("audit_id", "out_of_range"));
        (await team.Api.Post($"{TestBooks.At(book)}/revert", "{}", team.Editor)).ShouldBeInvalid(("audit_id", "required"));
        (await team.Api.Post($"{TestBooks.At(book)}/revert", """{"audit_id":"1"}""", team.Editor)).ShouldBeInvalid(("audit_id", "wrong_type"));
        (await team.Api.Post($"{TestBooks.At(book)}/revert", $$"""{"audit_id":{{created}}}""", ("If-Match", "\"1.9-0000000000000000\""), team.Editor)).ShouldBeProblem(412, "version_mismatch");

        Assert.Equal(["create"], await Actions(book));
    }

    private async Task<JsonElement> Create() => (await team.Api.Post(Api.Books, TestBooks.Full().With("title", $"Book {Guid.NewGuid()}"), team.Editor)).ShouldBe(201).Json;

    private async Task Patch(JsonElement book, string patch) => (await team.Api.Patch(TestBooks.At(book), patch, team.Editor)).ShouldBe(200);

    private Task<Answer> Revert(JsonElement book, long entry, string? state = null, (string, string)? by = null)
    {
        var body = new JsonObject { ["audit_id"] = entry };
        if (state is not null)
            body["state"] = state;
        return team.Api.Post($"{TestBooks.At(book)}/revert", body, by ?? team.Editor);
    }

    private async Task<IReadOnlyList<JsonElement>> Entries(JsonElement book) =>
        [.. (await team.Api.Get($"/api/v1/admin/audit?resource=books&resource_id={book.Id()}&limit=100", team.Admin)).ShouldBe(200).Json.GetProperty("items").EnumerateArray()];

    private async Task<long> LastEntry(JsonElement book) => (await Entries(book))[0].Id();

    private async Task<IEnumerable<string?>> Actions(JsonElement book) => (await Entries(book)).Reverse().Select(entry => entry.Text("action"));

    private static void ShouldBeAsCreated(JsonElement created, JsonElement now)
    {
        foreach (var member in created.EnumerateObject().Where(member => member.Name != "updated_at"))
            Assert.Equal(member.Value.GetRawText(), now.GetProperty(member.Name).GetRawText());
    }
}
