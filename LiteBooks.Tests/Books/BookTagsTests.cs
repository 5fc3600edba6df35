using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

public sealed class BookTagsTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Tags_are_trimmed_and_lower_cased_without_blanks_and_repeats_in_their_order()
    {
        var created = await app.Api.Create(WithTags("  Zebra ", "", "   ", "apple", "ZEBRA", "Ünïcode", "ÜNÏCODE", "two words", "apple "));

        Assert.Equal(["zebra", "apple", "ünïcode", "two words"], Tags(created));
    }

    [Fact]
    public async Task Tags_of_a_patch_are_normalised_too()
    {
        var created = await app.Api.Create();

        var patched = (await app.Api.Patch(TestBooks.At(created), """{"tags":[" B ","a","b",""]}""")).ShouldBe(200).Json;

        Assert.Equal(["b", "a"], Tags(patched));
    }

    [Fact]
    public async Task Ten_tags_are_taken_and_an_eleventh_is_refused_and_never_cut()
    {
        var ten = Enumerable.Range(0, 10).Select(i => $"tag-{i}").ToArray();
        var created = await app.Api.Create(WithTags(ten));
        Assert.Equal(ten, Tags(created));

        var eleven = WithTags([.. ten, "one-more"]);
        (await app.Api.Post(Api.Books, eleven)).ShouldBeInvalid(("tags", "too_many"));
        (await app.Api.Put(TestBooks.At(created), eleven.With("isbn", TestIsbn.Next()))).ShouldBeInvalid(("tags", "too_many"));
        (await app.Api.Patch(TestBooks.At(created), new JsonObject { ["tags"] = eleven["tags"]!.DeepClone() })).ShouldBeInvalid(("tags", "too_many"));
    }

    [Fact]
    public async Task Tags_are_counted_after_repeats_and_blanks_are_dropped()
    {
        var ten = Enumerable.Range(0, 10).Select(i => $"tag-{i}").ToArray();

        var created = await app.Api.Create(WithTags([.. ten, " ", "", .. ten.Select(tag => tag.ToUpperInvariant() + " ")]));

        Assert.Equal(ten, Tags(created));
    }

    [Theory]
    [InlineData("t")]
    [InlineData("📚")]
    public async Task A_tag_may_have_fifty_characters_and_no_more(string character)
    {
        var longest = string.Concat(Enumerable.Repeat(character, 50));
        var created = await app.Api.Create(WithTags($"  {longest}  "));
        Assert.Equal([longest], Tags(created));

        (await app.Api.Post(Api.Books, WithTags("ok", longest + character))).ShouldBeInvalid(("tags[1]", "too_long"));
    }

    [Theory]
    [InlineData("[1]", 0)]
    [InlineData("[\"a\",null]", 1)]
    [InlineData("[\"a\",\"b\",[]]", 2)]
    [InlineData("[{}]", 0)]
    [InlineData("[\"a\",true]", 1)]
    public async Task A_tag_that_is_no_text_is_refused_by_its_place(string tags, int place)
    {
        (await app.Api.Post(Api.Books, TestBooks.Minimal().With("tags", JsonNode.Parse(tags)))).ShouldBeInvalid(($"tags[{place}]", "wrong_type"));
    }

    [Fact]
    public async Task Tags_with_quotes_and_brackets_come_back_whole_and_are_found()
    {
        var created = await app.Api.Create(WithTags("c#", "\"quoted\"", "a,b", "[x]", "back\\slash", "50%", "{\"json\":1}"));

        Assert.Equal(["c#", "\"quoted\"", "a,b", "[x]", "back\\slash", "50%", "{\"json\":1}"], Tags(await app.Api.Find(created.Id())));
        foreach (var tag in Tags(created))
            Assert.Equal([created.Id()], (await app.Api.List("tags=" + Api.Escape(tag!))).Ids());
    }

    private static JsonObject WithTags(params string[] tags) =>
        TestBooks.Minimal().With("tags", new JsonArray([.. tags.Select(tag => (JsonNode)tag)]));

    private static IEnumerable<string?> Tags(JsonElement book) => book.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString());
}
