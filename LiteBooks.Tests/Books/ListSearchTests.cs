using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>Search in title and author: case- and accent-insensitive, by any part, with no character that means more than itself.</summary>
public sealed class ListSearchTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("Straßenbahn", "strasse")]
    [InlineData("Strasse", "STRAßE")]
    [InlineData("GROẞ", "groß")]
    [InlineData("Smørrebrød", "smorrebrod")]
    [InlineData("Łódź", "lodz")]
    [InlineData("lodz", "ŁÓDŹ")]
    [InlineData("Encyclopædia", "paedia")]
    [InlineData("encyclopaedia", "pædia")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Iğdır", "IGDIR")]
    [InlineData("Café", "cafe")]
    [InlineData("Cafe\u0301", "café")]
    [InlineData("Café", "cafe\u0301")]
    [InlineData("Ångström", "A\u030angstro\u0308m")]
    [InlineData("Crème brûlée", "creme brulee")]
    [InlineData("Ὀδύσσεια", "οδυσσεια")]
    [InlineData("ΟΔΟΣ", "οδος")]
    [InlineData("Война и мир", "ВОЙНА")]
    [InlineData("ﬁnancial", "FINA")]
    [InlineData("ＦＵＬＬ width", "full")]
    [InlineData("戦争と平和", "争と平")]
    [InlineData("戦争と平和", "平和")]
    [InlineData("한국어", "\u1112\u1161\u11ab")]
    [InlineData("Smile 😀 now", "😀 n")]
    [InlineData("Smile 😀😀", "😀😀")]
    [InlineData("It", "it")]
    [InlineData("Go West", "go")]
    [InlineData("Going West", "st")]
    [InlineData("Zq", "ZQ")]
    [InlineData("xyzzy", "zz")]
    [InlineData("100% Wool", "0%")]
    [InlineData("100% Wool", "100%")]
    [InlineData("snake_case", "_c")]
    [InlineData("snake_case", "ke_ca")]
    [InlineData("Say \"Hello\"", "\"hello\"")]
    [InlineData("Say \"\"", "\"\"")]
    [InlineData("O'Hara", "o'h")]
    [InlineData("It's ''", "''")]
    [InlineData("Star*", "r*")]
    [InlineData("Star* Wars", "star*")]
    [InlineData("this OR that", "S OR T")]
    [InlineData("NEAR(a b)", "near(")]
    [InlineData("a AND b NOT c", "and b not c")]
    [InlineData("title:column", "title:")]
    [InlineData("^caret-minus+plus", "^ca")]
    [InlineData("{brace}(paren)[bracket]", "}(paren)[")]
    [InlineData("back\\slash", "k\\s")]
    [InlineData("semi;colon -- comment", "; -- c", false)]
    [InlineData("semi;colon -- comment", "n -- c")]
    [InlineData("two  blanks", "o  b")]
    [InlineData("two  blanks", "  ")]
    [InlineData("tab\tin it", "b\ti")]
    [InlineData("line\nbreak", "e\nb")]
    [InlineData("1000 Wool", "0%", false)]
    [InlineData("snakeXcase", "e_c", false)]
    [InlineData("Starling", "r*", false)]
    [InlineData("this that", "s OR t", false)]
    [InlineData("a b", "near(", false)]
    [InlineData("column", "title:", false)]
    [InlineData("abc", "abcd", false)]
    [InlineData("abc def", "def abc", false)]
    [InlineData("ab", "ba", false)]
    public async Task A_search_finds_a_title_by_any_part_of_it(string title, string search, bool isFound = true)
    {
        var created = await app.Api.Create(TestBooks.Minimal().With("title", title).With("author_name", "Nemo"));

        Assert.Equal(isFound, (await Search("search", search)).Contains(created.Id()));
    }

    [Theory]
    [InlineData("Søren Kierkegaard", "soren k")]
    [InlineData("Stanisław Lem", "LAW LEM")]
    [InlineData("Gabriel García Márquez", "garcia mar")]
    [InlineData("O'Neill, \"Tip\"", "l, \"t")]
    [InlineData("Żółć", "zo")]
    [InlineData("Ai", "ai")]
    public async Task A_search_finds_an_author_by_any_part_of_the_name(string author, string search)
    {
        var created = await app.Api.Create(TestBooks.Minimal().With("title", "Xxxx").With("author_name", author));

        Assert.Contains(created.Id(), await Search("search", search));
        Assert.Contains(created.Id(), await Search("author", search));
    }

    [Theory]
    [InlineData("Ø", "o")]
    [InlineData("Łukasz", "ł")]
    [InlineData("李", "李")]
    [InlineData("😀", "😀")]
    [InlineData("100%", "%")]
    [InlineData("a_b", "_")]
    [InlineData("Q*", "*")]
    [InlineData("x\"y", "\"")]
    [InlineData("x'y", "'")]
    [InlineData("Straß", "ß")]
    public async Task One_character_is_enough_for_an_author(string author, string filter)
    {
        var created = await app.Api.Create(TestBooks.Minimal().With("author_name", author));

        Assert.Contains(created.Id(), await Search("author", filter));
        Assert.Contains(created.Id(), await Search("authors", filter));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("*")]
    [InlineData("^")]
    [InlineData("(")]
    [InlineData("-")]
    public async Task A_character_that_no_author_has_finds_none(string filter)
    {
        var created = await app.Api.Create(TestBooks.Minimal().With("author_name", "Plain Name"));

        Assert.DoesNotContain(created.Id(), await Search("author", filter));
        Assert.DoesNotContain(created.Id(), await Search("search", filter + filter));
    }

    [Fact]
    public async Task A_search_of_the_longest_text_is_answered_and_a_longer_one_refused()
    {
        var title = string.Concat(Enumerable.Repeat("long 📚 ", 43))[..^1];
        var created = await app.Api.Create(TestBooks.Minimal().With("title", title));

        Assert.Contains(created.Id(), await Search("search", title));
        (await app.Api.Get($"{Api.Books}?search={new string('a', 5000)}")).ShouldBeProblem(422, "validation_failed").WithFaultsIn("search");
    }

    [Fact]
    public async Task A_search_that_folds_to_nothing_filters_nothing()
    {
        await app.Api.Create();

        Assert.Equal(await app.Api.Count(), (await app.Api.List("search=" + Api.Escape("\u0301\u0308"))).GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task An_author_filter_that_folds_to_nothing_matches_every_author()
    {
        await app.Api.Create();

        Assert.Equal(await app.Api.Count(), (await app.Api.List("author=" + Api.Escape("\u0301"))).GetProperty("total").GetInt64());
        Assert.Equal(await app.Api.Count(), (await app.Api.List($"authors={Api.Escape("\u0301")}&authors=nobodyhasthisname")).GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task A_search_follows_a_new_title_and_a_new_author()
    {
        var created = await app.Api.Create(TestBooks.Minimal().With("title", "Vorher").With("author_name", "Erstwhile Person"));

        await app.Api.Patch(TestBooks.At(created), """{"title":"Nachher","author_name":"Subsequent Person"}""");

        Assert.Empty(await Search("search", "vorher"));
        Assert.Empty(await Search("search", "erstwhile"));
        Assert.Equal([created.Id()], await Search("search", "nachher"));
        Assert.Equal([created.Id()], await Search("search", "subsequent"));
    }

    [Fact]
    public async Task Sorted_by_relevance_the_better_match_comes_first()
    {
        var inside = await app.Api.Create(TestBooks.Minimal().With("title", "Unquoxical"));
        var byAuthor = await app.Api.Create(TestBooks.Minimal().With("title", "Other").With("author_name", "Mr Quox"));
        var exact = await app.Api.Create(TestBooks.Minimal().With("title", "QUÖX"));
        var word = await app.Api.Create(TestBooks.Minimal().With("title", "The Quox"));
        var start = await app.Api.Create(TestBooks.Minimal().With("title", "Quox of Oz"));

        var best = new[] { exact, start, word, inside, byAuthor }.Select(TestBooks.Id).ToArray();
        Assert.Equal(best, (await app.Api.List("search=quox&sort_by=relevance")).Ids());
        Assert.Equal(best.Reverse(), (await app.Api.List("search=quox&sort_by=relevance&sort_order=asc")).Ids());
    }

    private async Task<IEnumerable<long>> Search(string parameter, string text) =>
        (await app.Api.List($"{parameter}={Api.Escape(text)}&per_page=100&sort_order=desc")).Ids();
}
