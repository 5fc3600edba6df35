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
    [InlineData("status", "\"archived\"")]
    [InlineData("id", "1")]
    [InlineData("updated_at", "null")]
    public async Task A_member_that_no_replacement_takes_is_refused_by_name(string member, string value)
    {
        var created = await app.Api.Create();

        var answer = await app.Api.Put(TestBooks.At(created), TestBooks.Minimal().With(member, JsonNode.Parse(value)));

        answer.ShouldBeInvalid((member, "unknown_member"));
    }

    [Fact]
    public async Task Replacing_a_book_that_is_not_there_is_not_found_and_makes_none()
    {
        var before = await app.Api.Count();

        (await app.Api.Put(TestBooks.At(999_999), TestBooks.Minimal())).ShouldBeProblem(404, "not_found");

        Assert.Equal(before, await app.Api.Count());
    }
}
