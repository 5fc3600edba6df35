using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>The limits of texts, counted in Unicode scalar values.</summary>
public sealed class BookTextTests(AppFixture app) : IClassFixture<AppFixture>
{
    public static TheoryData<string, int, string> Limits
    {
        get
        {
            var data = new TheoryData<string, int, string>();
            foreach (var (name, limit) in new[] { ("title", 300), ("author_name", 200), ("genre", 50), ("description", 5000) })
            {
                // One of one UTF-16 unit and byte, one of three bytes, one of two units, one of two scalar values.
                foreach (var character in new[] { "a", "書", "📚", "e\u0301" })
                    data.Add(name, limit, character);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_text_may_be_as_long_as_its_limit_and_no_longer(string field, int limit, string character)
    {
        var longest = string.Concat(Enumerable.Repeat(character, limit / character.EnumerateRunes().Count()));
        var created = await app.Api.Create(TestBooks.Minimal().With(field, longest));
        Assert.Equal(longest, created.Text(field));

        var tooLong = longest + "z";
        (await app.Api.Post(Api.Books, TestBooks.Minimal().With(field, tooLong))).ShouldBeInvalid((field, "too_long"));
        (await app.Api.Put(TestBooks.At(created), TestBooks.Minimal().With(field, tooLong))).ShouldBeInvalid((field, "too_long"));
        (await app.Api.Patch(TestBooks.At(created), new JsonObject { [field] = tooLong })).ShouldBeInvalid((field, "too_long"));
        Assert.Equal(longest, (await app.Api.Find(created.Id())).Text(field));
    }

    [Theory]
    [InlineData("title", 300)]
    [InlineData("author_name", 200)]
    public async Task Blanks_around_a_name_are_dropped_before_it_is_measured(string field, int limit)
    {
        var longest = new string('a', limit);

        var created = await app.Api.Create(TestBooks.Minimal().With(field, " \t\r\n\u00a0\u3000" + longest + "   "));

        Assert.Equal(longest, created.Text(field));
    }

    [Theory]
    [InlineData("title", "")]
    [InlineData("title", " ")]
    [InlineData("title", "\t\r\n\u00a0\u2003\u3000")]
    [InlineData("author_name", "")]
    [InlineData("author_name", "   ")]
    public async Task A_blank_name_is_invalid(string field, string blank)
    {
        var created = await app.Api.Create();

        (await app.Api.Post(Api.Books, TestBooks.Minimal().With(field, blank))).ShouldBeInvalid((field, "too_short"));
        (await app.Api.Patch(TestBooks.At(created), new JsonObject { [field] = blank })).ShouldBeInvalid((field, "too_short"));
    }

    [Fact]
    public async Task One_character_is_a_name()
    {
        var created = await app.Api.Create(TestBooks.Minimal().With("title", "書").With("author_name", "Æ"));

        Assert.Equal(("書", "Æ"), (created.Text("title"), created.Text("author_name")));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("author_name")]
    [InlineData("genre")]
    [InlineData("description")]
    public async Task Every_control_character_but_tab_newline_and_return_is_refused(string field)
    {
        foreach (var control in Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl).Except(['\t', '\n', '\r']))
        {
            var answer = await app.Api.Post(Api.Books, TestBooks.Minimal().With(field, $"be{control}fore"));

            answer.ShouldBeInvalid((field, "control_character"));
        }
    }

    [Theory]
    [InlineData("title")]
    [InlineData("author_name")]
    [InlineData("genre")]
    [InlineData("description")]
    [InlineData("isbn")]
    public async Task A_control_character_at_the_edge_is_refused_too_and_not_trimmed_away(string field)
    {
        foreach (var control in new[] { '\v', '\f', '\u0085', '\u001f' })
        {
            var good = field == "isbn" ? TestIsbn.Next() : "good";

            (await app.Api.Post(Api.Books, TestBooks.Minimal().With(field, good + control))).ShouldBeProblem(422, "validation_failed").WithFaultsIn(field);
        }
    }

    [Fact]
    public async Task A_control_character_in_a_tag_is_refused_by_its_place()
    {
        foreach (var tag in new[] { "a\u0001b", "a\u0085", "\va", "\u007f" })
            (await app.Api.Post(Api.Books, TestBooks.Minimal().With("tags", new JsonArray("fine", tag)))).ShouldBeInvalid(("tags[1]", "control_character"));
    }

    [Theory]
    [InlineData("title", "1")]
    [InlineData("title", "true")]
    [InlineData("title", "[\"x\"]")]
    [InlineData("title", "{}")]
    [InlineData("author_name", "2.5")]
    [InlineData("isbn", "9780132350884")]
    [InlineData("genre", "false")]
    [InlineData("description", "[]")]
    [InlineData("tags", "\"a\"")]
    [InlineData("tags", "{}")]
    [InlineData("tags", "1")]
    [InlineData("published_year", "\"2008\"")]
    [InlineData("published_year", "true")]
    [InlineData("published_year", "[2008]")]
    [InlineData("published_year", "2008.5")]
    [InlineData("page_count", "\"10\"")]
    [InlineData("page_count", "10.5")]
    [InlineData("price", "\"39.99\"")]
    [InlineData("price", "true")]
    [InlineData("price", "[1]")]
    [InlineData("price", "{}")]
    public async Task A_value_of_the_wrong_type_is_never_converted(string field, string value)
    {
        var book = TestBooks.Minimal().With(field, JsonNode.Parse(value));
        var created = await app.Api.Create();

        (await app.Api.Post(Api.Books, book)).ShouldBeProblem(422, "validation_failed").WithFaultsIn(field);
        (await app.Api.Put(TestBooks.At(created), book)).ShouldBeProblem(422, "validation_failed").WithFaultsIn(field);
        (await app.Api.Patch(TestBooks.At(created), $"{{\"{field}\":{value}}}")).ShouldBeInvalid((field, "wrong_type"));
    }
}
