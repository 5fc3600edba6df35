using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>The limits of texts, counted in Unicode scalar values.</summary>
public sealed class ReviewTextTests(ReviewFixture app) : IClassFixture<ReviewFixture>
{
    public static TheoryData<string, int, string> Limits
    {
        get
        {
            var data = new TheoryData<string, int, string>();
            foreach (var (name, limit) in new[] { ("title", 200), ("body", 5000), ("reviewer_name", 100) })
            {
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
        var created = (await app.NewReview(app.Viewer, review: TestReviews.Minimal().With(field, longest))).Json;
        Assert.Equal(longest, created.Text(field));

        var tooLong = longest + "z";
        (await app.Api.Post(TestReviews.Of(await app.NewBook()), TestReviews.Minimal().With(field, tooLong), app.Viewer)).ShouldBeInvalid((field, "too_long"));
        (await app.Api.Patch(TestReviews.At(created), new JsonObject { [field] = tooLong }, app.Viewer)).ShouldBeInvalid((field, "too_long"));
        Assert.Equal(longest, (await app.Api.Get(TestReviews.At(created), app.Viewer)).Json.Text(field));
    }

    [Theory]
    [InlineData("reviewer_name", 100)]
    [InlineData("title", 200)]
    public async Task Blanks_around_a_line_are_dropped_before_it_is_measured(string field, int limit)
    {
        var longest = new string('a', limit);

        var created = (await app.NewReview(app.Viewer, review: TestReviews.Minimal().With(field, " \t\r\n\u00a0\u3000" + longest + "   "))).Json;

        Assert.Equal(longest, created.Text(field));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n\u00a0\u2003\u3000")]
    public async Task A_blank_name_is_invalid_though_an_absent_one_is_not(string blank)
    {
        var created = await app.NewReview(app.Viewer);

        (await app.Api.Post(TestReviews.Of(await app.NewBook()), TestReviews.Minimal().With("reviewer_name", blank), app.Viewer)).ShouldBeInvalid(("reviewer_name", "too_short"));
        (await app.Api.Patch(TestReviews.At(created.Json), new JsonObject { ["reviewer_name"] = blank }, app.Viewer)).ShouldBeInvalid(("reviewer_name", "too_short"));
    }

    [Fact]
    public async Task A_blank_title_is_none_and_a_body_stays_as_it_is()
    {
        var created = (await app.NewReview(app.Viewer, review: TestReviews.Minimal().With("title", "  ").With("body", "  indented\n").With("reviewer_name", "X"))).Json;

        Assert.Equal(JsonValueKind.Null, created.GetProperty("title").ValueKind);
        Assert.Equal(("  indented\n", "X"), (created.Text("body"), created.Text("reviewer_name")));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("body")]
    [InlineData("reviewer_name")]
    public async Task Every_control_character_but_tab_newline_and_return_is_refused(string field)
    {
        var (book, created) = (await app.NewBook(), await app.NewReview(app.Viewer));
        foreach (var control in Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl).Except(['\t', '\n', '\r']))
        {
            foreach (var text in new[] { $"be{control}fore", $"edge{control}" })
            {
                (await app.Api.Post(TestReviews.Of(book), TestReviews.Minimal().With(field, text), app.Viewer)).ShouldBeInvalid((field, "control_character"));
                (await app.Api.Patch(TestReviews.At(created.Json), new JsonObject { [field] = text }, app.Viewer)).ShouldBeInvalid((field, "control_character"));
            }
        }
        Assert.Equal("a\tb\r\nc", (await app.NewReview(app.Viewer, review: TestReviews.Minimal().With(field, "a\tb\r\nc"))).Json.Text(field));
    }

    [Theory]
    [InlineData("title", "1")]
    [InlineData("body", "[]")]
    [InlineData("reviewer_name", "{}")]
    [InlineData("title", "true")]
    public async Task A_value_of_the_wrong_type_is_never_converted(string field, string value)
    {
        var created = await app.NewReview(app.Viewer);

        (await app.Api.Post(TestReviews.Of(await app.NewBook()), TestReviews.Minimal().With(field, JsonNode.Parse(value)), app.Viewer)).ShouldBeInvalid((field, "wrong_type"));
        (await app.Api.Patch(TestReviews.At(created.Json), $"{{\"{field}\":{value}}}", app.Viewer)).ShouldBeInvalid((field, "wrong_type"));
    }
}
