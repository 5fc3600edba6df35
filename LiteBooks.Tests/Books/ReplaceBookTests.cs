using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

public sealed class ReplaceBookTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_replacement_sets_every_field_that_a_creation_takes()
    {
        var created = await app.Api.Create(TestBooks.Full());
        var other = new JsonObject
        {
            ["title"] = "Other",
            ["author_name"] = "Someone Else",
            ["isbn"] = TestIsbn.Next(),
            ["genre"] = "essay",
            ["published_year"] = 2001,
            ["price"] = 3.01m,
            ["description"] = "Not the same",
            ["tags"] = new JsonArray("x", "y", "z"),
            ["page_count"] = 12,
        };

        var replaced = (await app.Api.Put(TestBooks.At(created), other)).ShouldBe(200).Json;

        foreach (var (member, value) in other)
            Assert.True(JsonNode.DeepEquals(value, JsonNode.Parse(replaced.GetProperty(member).GetRawText())), member);
        Assert.Equal(created.Id(), replaced.Id());
        Assert.Equal(created.Text("created_at"), replaced.Text("created_at"));
        Assert.Equal(replaced.GetRawText(), (await app.Api.Find(created.Id())).GetRawText());
    }

    [Fact]
    public async Task A_replacement_clears_what_it_does_not_name()
    {
        var created = await app.Api.Create(TestBooks.Full());

        var replaced = (await app.Api.Put(TestBooks.At(created), TestBooks.Minimal())).ShouldBe(200).Json;

        foreach (var member in new[] { "genre", "published_year", "description", "page_count" })
            Assert.Equal(JsonValueKind.Null, replaced.GetProperty(member).ValueKind);
        Assert.Equal("[]", replaced.GetProperty("tags").GetRawText());
    }

    [Fact]
    public async Task A_replacement_keeps_the_status()
    {
        var created = await app.Api.Create();
        (await app.Api.Patch(TestBooks.At(created), """{"status":"reserved"}""")).ShouldBe(200);

        var replaced = (await app.Api.Put(TestBooks.At(created), TestBooks.Minimal())).ShouldBe(200).Json;

        Assert.Equal("reserved", replaced.Text("status"));
    }

    [Fact]
    public async Task A_replacement_is_found_by_its_new_words_and_no_longer_by_its_old()
    {
        var created = await app.Api.Create(TestBooks.Minimal().With("title", "Quondam").With("author_name", "Olim Priscus").With("tags", new JsonArray("antea")));

        await app.Api.Put(TestBooks.At(created), TestBooks.Minimal().With("title", "Futurum").With("author_name", "Mox Novus").With("tags", new JsonArray("postea")));

        foreach (var query in new[] { "search=quondam", "search=priscus", "author=olim", "tags=antea" })
            Assert.Empty((await app.Api.List(query)).Ids());
        foreach (var query in new[] { "search=futurum", "search=novus", "author=mox", "tags=postea" })
            Assert.Equal([created.Id()], (await app.Api.List(query)).Ids());
    }

    [Fact]
    public async Task A_replacement_by_the_same_isbn_in_its_other_form_is_no_conflict()
    {
        var (ten, thirteen) = TestIsbn.NextPair();
        var created = await app.Api.Create(TestBooks.Minimal().With("isbn", thirteen));

        var replaced = (await app.Api.Put(TestBooks.At(created), TestBooks.Minimal().With("isbn", ten))).ShouldBe(200).Json;

        Assert.Equal(ten, replaced.Text("isbn"));
    }

    [Fact]
    public async Task A_replacement_lacking_a_required_field_changes_nothing()
    {
        var created = await app.Api.Create(TestBooks.Full());

        var answer = await app.Api.Put(TestBooks.At(created), TestBooks.Full().Without("title").Without("price"));

        answer.ShouldBeInvalid(("title", "required"), ("price", "required"));
        Assert.Equal(created.GetRawText(), (await app.Api.Find(created.Id())).GetRawText());
    }

    [Theory]
    [InlineData("stock_quantity", "1")]
    [InlineData("Title", "\"x\"")]
    [InlineData("links", "{}")]
    public async Task A_member_that_no_replacement_takes_is_refused_by_name(string member, string value)
    {
        var created = await app.Api.Create();

        var answer = await app.Api.Put(TestBooks.At(created), TestBooks.Minimal().With(member, JsonNode.Parse(value)));

        answer.ShouldBeInvalid((member, "unknown_member"));
    }

    [Theory]
    [InlineData("id", "0")]
    [InlineData("id", "null")]
    [InlineData("status", "\"archived\"")]
    [InlineData("created_at", "\"2001-01-01T00:00:00.000Z\"")]
    [InlineData("created_at", "\"yesterday\"")]
    [InlineData("updated_at", "\"2001-01-01T00:00:00.000Z\"")]
    [InlineData("is_recent", "false")]
    public async Task A_member_that_cannot_be_replaced_is_refused_where_it_says_something_else(string member, string value)
    {
        var created = await app.Api.Create();

        var answer = await app.Api.Put(TestBooks.At(created), TestBooks.Minimal().With(member, JsonNode.Parse(value)));

        answer.ShouldBeInvalid((member, "read_only"));
        Assert.Equal(created.GetRawText(), (await app.Api.Find(created.Id())).GetRawText());
    }

    [Fact]
    public async Task All_members_that_cannot_be_replaced_are_told_at_once()
    {
        var created = await app.Api.Create();

        var answer = await app.Api.Put(TestBooks.At(created), TestBooks.Minimal().With("id", 0).With("status", "reserved").With("is_recent", false));

        answer.ShouldBeInvalid(("id", "read_only"), ("status", "read_only"), ("is_recent", "read_only"));
    }

    [Fact]
    public async Task What_GET_gave_can_be_put_back_again_and_again()
    {
        var created = await app.Api.Create(TestBooks.Full());
        (await app.Api.Patch(TestBooks.At(created), """{"status":"reserved"}""")).ShouldBe(200);
        var given = await app.Api.Find(created.Id());

        var first = (await app.Api.Put(TestBooks.At(created), given.GetRawText())).ShouldBe(200).Json;
        var second = (await app.Api.Put(TestBooks.At(created), first.GetRawText())).ShouldBe(200).Json;

        foreach (var member in given.Names().Where(member => member != "updated_at"))
            Assert.Equal(given.GetProperty(member).GetRawText(), second.GetProperty(member).GetRawText());
    }

    [Fact]
    public async Task What_GET_gave_can_be_put_back_with_a_change()
    {
        var created = await app.Api.Create(TestBooks.Full());
        var changed = JsonNode.Parse((await app.Api.Find(created.Id())).GetRawText())!.AsObject().With("title", "Changed");

        var replaced = (await app.Api.Put(TestBooks.At(created), changed)).ShouldBe(200).Json;

        Assert.Equal("Changed", replaced.Text("title"));
        Assert.Equal(created.Text("description"), replaced.Text("description"));
    }

    [Fact]
    public async Task Replacing_a_book_that_is_not_there_is_not_found_and_makes_none()
    {
        var before = await app.Api.Count();

        (await app.Api.Put(TestBooks.At(999_999), TestBooks.Minimal())).ShouldBeProblem(404, "not_found");

        Assert.Equal(before, await app.Api.Count());
    }
}
