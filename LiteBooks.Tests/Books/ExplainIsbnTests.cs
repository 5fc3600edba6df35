using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>An ISBN as one types or scans it, explained.</summary>
public sealed class ExplainIsbnTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("9780441013593", "0441013597", "9780441013593")]
    [InlineData("0441013597", "0441013597", "9780441013593")]
    [InlineData("978-0-441-01359-3", "0441013597", "9780441013593")]
    [InlineData(" 0 441 01359 7 ", "0441013597", "9780441013593")]
    [InlineData("080442957x", "080442957X", "9780804429573")]
    [InlineData("ISBN 978-0-441-01359-3", "0441013597", "9780441013593")]
    [InlineData("ISBN: 0-441-01359-7", "0441013597", "9780441013593")]
    [InlineData("isbn-13: 978-0-441-01359-3", "0441013597", "9780441013593")]
    [InlineData("ISBN-13 978-0-441-01359-3", "0441013597", "9780441013593")]
    [InlineData("ISBN-10 0-441-01359-7", "0441013597", "9780441013593")]
    [InlineData("ISBN-10: 0-441-01359-7", "0441013597", "9780441013593")]
    [InlineData("urn:isbn:9780441013593", "0441013597", "9780441013593")]
    [InlineData("9780441013593 51799", "0441013597", "9780441013593")]
    [InlineData("9791090636071", null, "9791090636071")]
    public async Task A_right_one_is_given_in_both_forms(string typed, string? ten, string thirteen)
    {
        var answer = await Explain(typed);

        Assert.True(answer.GetProperty("valid").GetBoolean(), answer.GetRawText());
        Assert.Equal((ten, thirteen), (answer.Text("isbn10"), answer.Text("isbn13")));
    }

    [Theory]
    [InlineData("9780441013594")]
    [InlineData("0441013590")]
    [InlineData("9770441013593")]
    [InlineData("97804410135")]
    [InlineData("ISBN")]
    [InlineData("dune")]
    [InlineData("X441013597")]
    [InlineData("٩٧٨٠٤٤١٠١٣٥٩٣")]
    [InlineData("%")]
    [InlineData("'; DROP TABLE books; --")]
    [InlineData("<script>")]
    public async Task A_wrong_one_is_explained_too(string typed)
    {
        var answer = await Explain(typed);

        Assert.False(answer.GetProperty("valid").GetBoolean(), answer.GetRawText());
        Assert.All(["isbn10", "isbn13", "book_id"], member => Assert.Equal(JsonValueKind.Null, answer.GetProperty(member).ValueKind));
        Assert.False(string.IsNullOrWhiteSpace(answer.Text("message")));
    }

    [Fact]
    public async Task The_right_check_digit_is_told()
    {
        Assert.Contains("3", (await Explain("9780441013594")).Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_book_that_has_it_is_named_by_either_form()
    {
        var (ten, thirteen) = TestIsbn.NextPair();
        var created = await app.Api.Create(TestBooks.Minimal().With("isbn", ten));

        Assert.Equal(created.Id(), (await Explain(ten)).GetProperty("book_id").GetInt64());
        Assert.Equal(created.Id(), (await Explain(thirteen)).GetProperty("book_id").GetInt64());
        await app.Api.Delete(TestBooks.At(created));
        Assert.Equal(JsonValueKind.Null, (await Explain(thirteen)).GetProperty("book_id").ValueKind);
    }

    [Fact]
    public async Task A_very_long_one_is_wrong_like_any_other()
    {
        Assert.False((await Explain(new string('9', 4000))).GetProperty("valid").GetBoolean());
    }

    private async Task<JsonElement> Explain(string typed) => (await app.Api.Get("/api/v1/isbn/" + Api.Escape(typed))).ShouldBe(200).Json;
}
