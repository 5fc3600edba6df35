using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;
using static LiteBooks.Tests.Support.TestAuthors;

namespace LiteBooks.Tests.Authors;

public sealed class ReplaceAuthorTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_replacement_sets_what_it_names_and_clears_the_rest()
    {
        var created = await app.Api.CreateAuthor(FullAuthor());
        var other = MinimalAuthor();

        var replaced = (await app.Api.Put(AuthorAt(created), other)).ShouldBe(200).Json;

        Assert.Equal((created.Id(), other["name"]!.GetValue<string>()), (replaced.Id(), replaced.Text("name")));
        foreach (var member in new[] { "bio", "nationality", "contact" })
            Assert.Equal(JsonValueKind.Null, replaced.GetProperty(member).ValueKind);
        Assert.Equal(created.Text("created_at"), replaced.Text("created_at"));
        Assert.NotNull(replaced.Text("updated_at"));
        Assert.Equal(replaced.GetRawText(), (await app.Api.FindAuthor(created.Id())).GetRawText());
    }

    [Fact]
    public async Task What_GET_gave_can_be_put_back_again_and_again()
    {
        foreach (var author in new[] { MinimalAuthor(), FullAuthor(), FullAuthor().WithAt("contact.phone", null), FullAuthor().WithAt("contact.address", null) })
        {
            var created = await app.Api.CreateAuthor(author);
            await app.Api.CreateBookOf(created.Text("name")!);
            var given = await app.Api.FindAuthor(created.Id());

            var first = (await app.Api.Put(AuthorAt(created), given.GetRawText())).ShouldBe(200).Json;
            var second = (await app.Api.Put(AuthorAt(created), first.GetRawText())).ShouldBe(200).Json;

            Assert.Equal(1, second.GetProperty("book_count").GetInt64());
            foreach (var member in given.Names().Where(member => member != "updated_at"))
                Assert.Equal(given.GetProperty(member).GetRawText(), second.GetProperty(member).GetRawText());
        }
    }

    [Theory]
    [InlineData("id", "0")]
    [InlineData("id", "null")]
    [InlineData("book_count", "1")]
    [InlineData("created_at", "\"2001-01-01T00:00:00.000Z\"")]
    [InlineData("created_at", "\"yesterday\"")]
    [InlineData("updated_at", "\"2001-01-01T00:00:00.000Z\"")]
    public async Task A_member_that_cannot_be_replaced_is_refused_where_it_says_something_else(string member, string value)
    {
        var created = await app.Api.CreateAuthor();

        (await app.Api.Put(AuthorAt(created), MinimalAuthor().With(member, JsonNode.Parse(value)))).ShouldBeInvalid((member, "read_only"));

        Assert.Equal(created.GetRawText(), (await app.Api.FindAuthor(created.Id())).GetRawText());
    }

    [Fact]
    public async Task A_name_that_another_author_has_is_a_conflict()
    {
        var (one, other) = (await app.Api.CreateAuthor(), await app.Api.CreateAuthor());

        var problem = (await app.Api.Put(AuthorAt(other), new JsonObject { ["name"] = one.Text("name")!.ToUpperInvariant() })).ShouldBeProblem(409, "duplicate_author");

        Assert.Equal(one.Id(), problem.Json.GetProperty("existing_id").GetInt64());
        Assert.Equal(other.GetRawText(), (await app.Api.FindAuthor(other.Id())).GetRawText());
    }

    [Fact]
    public async Task Replacing_an_author_that_is_not_there_is_not_found_and_makes_none()
    {
        var author = MinimalAuthor();

        (await app.Api.Put(AuthorAt(999_999), author)).ShouldBeProblem(404, "not_found");

        await app.Api.CreateAuthor(author);
    }
}
