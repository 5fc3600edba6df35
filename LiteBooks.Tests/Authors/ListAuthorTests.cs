using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Authors;

public sealed class ListAuthorTests(AuthorShelfFixture app) : IClassFixture<AuthorShelfFixture>
{
    [Theory]
    [InlineData("zola", "Émile Zola")]
    [InlineData("emile", "Émile Zola")]
    [InlineData("ÉMILE Z", "Émile Zola")]
    [InlineData("e A", "Jane Austen")]
    [InlineData("lucja angstrom", "Łucja Ångström")]
    [InlineData("ORJAN", "ørjan Berg")]
    [InlineData("or", "100% Author_s; ørjan Berg; Orson Zed")]
    [InlineData("zo", "Émile Zola; Zoë \\ 莫言")]
    [InlineData("\"bob\"", "O'Brien \"Bob\" (Jr.)")]
    [InlineData("o'b", "O'Brien \"Bob\" (Jr.)")]
    [InlineData("(jr.)", "O'Brien \"Bob\" (Jr.)")]
    [InlineData("0%", "100% Author_s")]
    [InlineData("%%", "")]
    [InlineData("r_s", "100% Author_s")]
    [InlineData("a_e", "")]
    [InlineData("\\ ", "Zoë \\ 莫言")]
    [InlineData("莫言", "Zoë \\ 莫言")]
    [InlineData("zola OR jane", "")]
    [InlineData("*", null)]
    [InlineData("nobody", "")]
    public async Task A_search_finds_part_of_a_name_regardless_of_case_and_accents(string search, string? names)
    {
        var answer = await app.Api.Get($"{Api.Authors}?search={Api.Escape(search)}");

        if (names is null)
            answer.ShouldBeInvalid(("search", "too_short"));
        else
            Assert.Equal((names, names.Length == 0 ? 0 : names.Split(';').Length), (string.Join("; ", answer.ShouldBe(200).Json.AuthorNames()), answer.Json.GetProperty("total").GetInt32()));
    }

    [Theory]
    [InlineData("", "100% Author_s; Émile Zola; Jane Austen; Łucja Ångström; O'Brien \"Bob\" (Jr.); ørjan Berg; Orson Zed; Zoë \\ 莫言")]
    [InlineData("sort_order=desc", "Zoë \\ 莫言; Orson Zed; ørjan Berg; O'Brien \"Bob\" (Jr.); Łucja Ångström; Jane Austen; Émile Zola; 100% Author_s")]
    [InlineData("sort_by=book_count&sort_order=desc", "Jane Austen; Zoë \\ 莫言; Émile Zola; O'Brien \"Bob\" (Jr.); ørjan Berg; 100% Author_s; Orson Zed; Łucja Ångström")]
    [InlineData("sort_by=book_count", "Łucja Ångström; Orson Zed; 100% Author_s; ørjan Berg; O'Brien \"Bob\" (Jr.); Émile Zola; Zoë \\ 莫言; Jane Austen")]
    public async Task A_list_is_sorted_by_name_or_number_of_books_and_then_by_id(string query, string names)
    {
        Assert.Equal(names, string.Join("; ", (await app.Api.ListAuthors(query)).AuthorNames()));
    }

    [Theory]
    [InlineData("", 8, 8, 1, 20, 1, false, false)]
    [InlineData("per_page=3", 3, 8, 1, 3, 3, true, false)]
    [InlineData("per_page=3&page=2", 3, 8, 2, 3, 3, true, true)]
    [InlineData("per_page=3&page=3", 2, 8, 3, 3, 3, false, true)]
    [InlineData("per_page=3&page=4", 0, 8, 4, 3, 3, false, true)]
    [InlineData("per_page=8", 8, 8, 1, 8, 1, false, false)]
    [InlineData("page=9223372036854775807&per_page=100", 0, 8, 9223372036854775807, 100, 1, false, true)]
    [InlineData("search=none", 0, 0, 1, 20, 0, false, false)]
    [InlineData("search=zo&per_page=1", 1, 2, 1, 1, 2, true, false)]
    public async Task A_page_says_where_it_stands(string query, int items, long total, long page, int perPage, long pages, bool hasNext, bool hasPrev)
    {
        var answer = (await app.Api.Get($"{Api.Authors}?{query}")).ShouldBe(200);

        Assert.Equal(["items", "total", "page", "per_page", "total_pages", "has_next", "has_prev"], answer.Json.Names());
        Assert.Equal(items, answer.Json.GetProperty("items").GetArrayLength());
        Assert.Equal((total, page, (long)perPage, pages), (Number("total"), Number("page"), Number("per_page"), Number("total_pages")));
        Assert.Equal((hasNext, hasPrev), (answer.Json.GetProperty("has_next").GetBoolean(), answer.Json.GetProperty("has_prev").GetBoolean()));
        Assert.Equal(($"{total}", $"{pages}"), (answer.Header("X-Total-Count"), answer.Header("X-Total-Pages")));
        Assert.Equal((hasNext, hasPrev), (answer.Links.ContainsKey("next"), answer.Links.ContainsKey("prev")));

        long Number(string member) => answer.Json.GetProperty(member).GetInt64();
    }

    [Theory]
    [InlineData("name")]
    [InlineData("book_count")]
    public async Task Pages_never_overlap_and_miss_no_author_on_the_way_along_their_links(string sort)
    {
        foreach (var order in new[] { "asc", "desc" })
        {
            var whole = (await app.Api.ListAuthors($"sort_by={sort}&sort_order={order}")).Ids().ToList();
            var paged = new List<long>();
            for (var next = $"{Api.Authors}?sort_by={sort}&sort_order={order}&per_page=3"; next is not null;)
            {
                var answer = (await app.Api.Get(next)).ShouldBe(200);
                paged.AddRange(answer.Json.Ids());
                next = answer.Links.GetValueOrDefault("next");
            }

            Assert.Equal(8, whole.Distinct().Count());
            Assert.Equal(whole, paged);
        }
    }

    [Theory]
    [InlineData("search", "", "too_short")]
    [InlineData("search", "a", "too_short")]
    [InlineData("search", "a\u0001b", "control_character")]
    [InlineData("sort_by", "id", "not_in_list")]
    [InlineData("sort_by", "Name", "not_in_list")]
    [InlineData("sort_by", "", "not_in_list")]
    [InlineData("sort_order", "up", "not_in_list")]
    [InlineData("page", "0", "out_of_range")]
    [InlineData("page", "x", "wrong_type")]
    [InlineData("per_page", "0", "out_of_range")]
    [InlineData("per_page", "101", "out_of_range")]
    [InlineData("fields", "contact", "unknown_field")]
    public async Task A_value_of_the_wrong_type_range_or_choice_is_refused_by_the_name_of_its_parameter(string name, string value, string code)
    {
        (await app.Api.Get($"{Api.Authors}?{name}={Api.Escape(value)}")).ShouldBeInvalid((name, code));
    }

    [Fact]
    public async Task All_wrong_parameters_come_at_once()
    {
        (await app.Api.Get(Api.Authors + "?search=a&sort_by=no&sort_order=no&page=0&per_page=0")).ShouldBeProblem(422, "validation_failed")
            .WithFaultsIn("search", "sort_by", "sort_order", "page", "per_page");
    }

    [Fact]
    public async Task An_item_has_no_contact_whoever_asks()
    {
        var answer = (await app.Api.Get(Api.Authors)).ShouldBe(200);

        Assert.All(answer.Json.GetProperty("items").EnumerateArray(), item =>
            Assert.Equal(["id", "name", "bio", "nationality", "book_count", "created_at", "updated_at"], item.Names()));
        Assert.DoesNotContain("5035550123", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_has_not_changed_is_not_sent_again()
    {
        var tag = (await app.Api.Get(Api.Authors)).ShouldBe(200).ETag;

        Assert.Empty((await app.Api.Get(Api.Authors, ("If-None-Match", tag))).ShouldBe(304).Body);
        (await app.Api.Get(Api.Authors + "?page=2", ("If-None-Match", tag))).ShouldBe(200);
    }
}
