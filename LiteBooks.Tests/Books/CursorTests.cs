using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>What a cursor is, and what it is good for.</summary>
public sealed class CursorTests(ShelfFixture app) : IClassFixture<ShelfFixture>
{
    private const string Walk = Api.Books + "/cursor";

    [Fact]
    public async Task The_first_piece_has_nothing_before_it_and_the_last_nothing_behind()
    {
        var first = (await app.Api.Get(Walk + "?limit=5")).ShouldBe(200);

        Assert.Equal(["items", "next_cursor", "prev_cursor", "has_more"], first.Json.Names());
        Assert.Equal(["id", "title", "author_name", "price", "genre"], first.Json.GetProperty("items")[0].Names());
        Assert.Equal((5, true), (first.Json.Ids().Count(), first.Json.GetProperty("has_more").GetBoolean()));
        Assert.Null(first.Json.Text("prev_cursor"));
        Assert.Equal(["next"], first.Links.Keys);

        var last = (await app.Api.Get($"{Walk}?limit=5&cursor={first.Json.Text("next_cursor")}")).ShouldBe(200);
        Assert.Equal((3, false), (last.Json.Ids().Count(), last.Json.GetProperty("has_more").GetBoolean()));
        Assert.Null(last.Json.Text("next_cursor"));
        Assert.Equal(["prev"], last.Links.Keys);
    }

    [Fact]
    public async Task The_links_hold_the_cursors_and_every_other_parameter()
    {
        var first = (await app.Api.Get(Walk + "?limit=1&genres=novel&genres=travel&sort_by=title")).ShouldBe(200);
        Assert.Equal($"{Walk}?limit=1&genres=novel&genres=travel&sort_by=title&cursor={first.Json.Text("next_cursor")}", first.Links["next"]);

        var second = (await app.Api.Get(first.Links["next"])).ShouldBe(200);
        Assert.Equal($"{Walk}?limit=1&genres=novel&genres=travel&sort_by=title&cursor={second.Json.Text("prev_cursor")}", second.Links["prev"]);
        Assert.Equal(first.Json.GetProperty("items").GetRawText(), (await app.Api.Get(second.Links["prev"])).ShouldBe(200).Json.GetProperty("items").GetRawText());
    }

    [Fact]
    public async Task The_size_of_the_pieces_may_change_on_the_way()
    {
        var whole = (await app.Api.List("")).Ids().ToList();
        var first = (await app.Api.Get(Walk + "?limit=3")).ShouldBe(200).Json;

        Assert.Equal(whole[3..], (await app.Api.Get($"{Walk}?limit=100&cursor={first.Text("next_cursor")}")).ShouldBe(200).Json.Ids());
    }

    [Fact]
    public async Task Without_a_limit_there_are_twenty()
    {
        Assert.Equal((await app.Api.List("")).Ids(), (await app.Api.Get(Walk)).ShouldBe(200).Json.Ids());
    }

    [Fact]
    public async Task An_empty_cursor_begins_at_the_beginning()
    {
        Assert.Equal((await app.Api.Get(Walk)).Text, (await app.Api.Get(Walk + "?cursor=")).ShouldBe(200).Text);
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_piece()
    {
        var answer = (await app.Api.Get(Walk + "?genre=none")).ShouldBe(200);

        Assert.Equal("""{"items":[],"next_cursor":null,"prev_cursor":null,"has_more":false}""", answer.Text);
        Assert.Empty(answer.Links);
    }

    [Theory]
    [InlineData("sort_by=title")]
    [InlineData("sort_order=asc")]
    [InlineData("search=em")]
    [InlineData("genre=novel")]
    [InlineData("genres=novel")]
    [InlineData("author=a")]
    [InlineData("authors=a")]
    [InlineData("status=available")]
    [InlineData("statuses=available")]
    [InlineData("tags=classic")]
    [InlineData("any_tags=classic")]
    [InlineData("min_price=1")]
    [InlineData("max_price=2000")]
    [InlineData("published_after=1700")]
    [InlineData("published_before=2030")]
    [InlineData("in_stock=true")]
    public async Task A_cursor_of_another_list_is_a_bad_request(string query)
    {
        var plain = (await app.Api.Get(Walk + "?limit=1")).ShouldBe(200).Json.Text("next_cursor");
        var other = (await app.Api.Get($"{Walk}?limit=1&{query}")).ShouldBe(200).Json.Text("next_cursor");

        (await app.Api.Get($"{Walk}?cursor={plain}&{query}")).ShouldBeProblem(400, "malformed_cursor");
        (await app.Api.Get($"{Walk}?cursor={other}")).ShouldBeProblem(400, "malformed_cursor");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("%00")]
    [InlineData("%20")]
    [InlineData("e30=")]
    [InlineData("'; DROP TABLE books")]
    [InlineData("ééé")]
    public async Task A_broken_cursor_is_a_bad_request(string cursor)
    {
        (await app.Api.Get($"{Walk}?cursor={cursor}")).ShouldBeProblem(400, "malformed_cursor");
    }

    [Fact]
    public async Task A_cursor_that_was_changed_anywhere_is_a_bad_request()
    {
        var cursor = (await app.Api.Get(Walk + "?limit=1")).ShouldBe(200).Json.Text("next_cursor")!;

        (await app.Api.Get($"{Walk}?cursor={cursor[..^1]}")).ShouldBeProblem(400, "malformed_cursor");
        (await app.Api.Get($"{Walk}?cursor={cursor}AAAA")).ShouldBeProblem(400, "malformed_cursor");
        for (var i = 0; i < cursor.Length - 1; i++)
            (await app.Api.Get($"{Walk}?cursor={cursor[..i]}{(cursor[i] == 'A' ? 'B' : 'A')}{cursor[(i + 1)..]}")).ShouldBeProblem(400, "malformed_cursor");
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("sort_by=id", "sort_by")]
    [InlineData("status=gone", "status")]
    public async Task A_wrong_parameter_is_invalid(string query, string parameter)
    {
        (await app.Api.Get($"{Walk}?{query}")).ShouldBeProblem(422, "validation_failed").WithFaultsIn(parameter);
    }
}

/// <summary>Rows that come and go where a cursor points.</summary>
public sealed class CursorAnchorTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Walk = Api.Books + "/cursor?sort_by=title&sort_order=asc&limit=2&genre=";

    [Fact]
    public async Task A_cursor_survives_its_row_in_both_directions()
    {
        var books = await Shelve("anchor", "A", "B", "C", "D", "E");
        var first = (await app.Api.Get(Walk + "anchor")).ShouldBe(200);
        var second = (await app.Api.Get(first.Links["next"])).ShouldBe(200);
        Assert.Equal(["C", "D"], second.Json.Titles());
        await app.Api.Delete(TestBooks.At(books[1]));
        await app.Api.Delete(TestBooks.At(books[2]));

        Assert.Equal(["D", "E"], (await app.Api.Get(first.Links["next"])).ShouldBe(200).Json.Titles());
        Assert.Equal(["A"], (await app.Api.Get(second.Links["prev"])).ShouldBe(200).Json.Titles());
    }

    [Fact]
    public async Task A_row_that_comes_in_between_is_seen_by_who_has_yet_to_pass()
    {
        await Shelve("between", "A", "B", "D", "E");
        var first = (await app.Api.Get(Walk + "between")).ShouldBe(200);

        await Shelve("between", "AA", "C");

        Assert.Equal(["C", "D"], (await app.Api.Get(first.Links["next"])).ShouldBe(200).Json.Titles());
    }

    [Fact]
    public async Task Who_finds_nothing_more_can_go_back()
    {
        var books = await Shelve("emptied", "A", "B", "C");
        var first = (await app.Api.Get(Walk + "emptied")).ShouldBe(200);
        await app.Api.Delete(TestBooks.At(books[2]));

        var empty = (await app.Api.Get(first.Links["next"])).ShouldBe(200);
        Assert.Empty(empty.Json.Ids());
        Assert.False(empty.Json.GetProperty("has_more").GetBoolean());
        Assert.Equal(["A", "B"], (await app.Api.Get(empty.Links["prev"])).ShouldBe(200).Json.Titles());
    }

    [Fact]
    public async Task Who_finds_nothing_before_can_go_on()
    {
        var books = await Shelve("beheaded", "A", "B", "C", "D");
        var second = (await app.Api.Get((await app.Api.Get(Walk + "beheaded")).Links["next"])).ShouldBe(200);
        await app.Api.Delete(TestBooks.At(books[0]));
        await app.Api.Delete(TestBooks.At(books[1]));

        var empty = (await app.Api.Get(second.Links["prev"])).ShouldBe(200);
        Assert.Empty(empty.Json.Ids());
        Assert.True(empty.Json.GetProperty("has_more").GetBoolean());
        Assert.Equal(["C", "D"], (await app.Api.Get(empty.Links["next"])).ShouldBe(200).Json.Titles());
    }

    private async Task<List<JsonElement>> Shelve(string genre, params string[] titles)
    {
        var books = new List<JsonElement>();
        foreach (var title in titles)
            books.Add(await app.Api.Create(TestBooks.Minimal().With("title", title).With("genre", genre)));
        return books;
    }
}
