using LiteBooks.Data;

namespace LiteBooks.Tests.Data;

[Trait("Category", "InProcess")]
public sealed class SearchTermTests
{
    [Theory]
    [InlineData("Straße", "\"strasse\"")]
    [InlineData("abc", "\"abc\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("\"\"\"", "\"\"\"\"\"\"\"\"")]
    [InlineData("x OR y", "\"x or y\"")]
    [InlineData("😀😀😀", "\"😀😀😀\"")]
    [InlineData("ﬃ", "\"ffi\"")]
    public void Three_characters_and_more_are_a_quoted_phrase(string text, string phrase)
    {
        Assert.Equal(phrase, SearchTerm.From(text)!.Phrase);
    }

    [Theory]
    [InlineData("ab", "ab")]
    [InlineData("É", "e")]
    [InlineData("😀😀", "😀😀")]
    [InlineData("e\u0301e\u0301", "ee")]
    public void Fewer_have_no_phrase_but_a_range_of_what_begins_with_them(string text, string low)
    {
        var term = SearchTerm.From(text)!;

        Assert.Null(term.Phrase);
        Assert.Equal((low, low + "\U0010FFFF"), (term.Low, term.High));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0301")]
    [InlineData("\u0301\u0308\u0327")]
    public void What_folds_to_nothing_is_no_term(string text)
    {
        Assert.Null(SearchTerm.From(text));
    }
}
