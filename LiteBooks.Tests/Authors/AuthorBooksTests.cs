using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;
using static LiteBooks.Tests.Support.TestAuthors;

namespace LiteBooks.Tests.Authors;

/// <summary><c>/api/v1/authors/{id}/books</c>: a list of books like any other, of one author.</summary>
public sealed class AuthorBooksTests(AuthorBooksTests.Fixture app) : IClassFixture<AuthorBooksTests.Fixture>
{
    [Theory]
    [InlineData("", "Alpha; Beta; Gamma")]
    [InlineData("genre=novel", "Alpha; Gamma")]
    [InlineData("search=gam", "Gamma")]
    [InlineData("search=sole%20author", "Alpha; Beta; Gamma")]
    [InlineData("search=other", "")]
    [InlineData("author=other", "")]
    [InlineData("author=sole", "Alpha; Beta; Gamma")]
    [InlineData("tags=red", "Beta")]
    [InlineData("min_price=20", "Beta; Gamma")]
    [InlineData("max_price=20", "Alpha; Beta")]
    [InlineData("published_after=2001", "Gamma")]
    [InlineData("status=available&any_tags=red&any_tags=blue", "Beta; Gamma")]
    [InlineData("in_stock=true", "")]
    [InlineData("sort_by=price&sort_order=desc", "Gamma; Beta; Alpha")]
    [InlineData("sort_by=relevance&search=alpha", "Alpha")]
    [InlineData("per_page=2&page=2", "Gamma")]
    [InlineData("author_id=2", "Alpha; Beta; Gamma")]
    public async Task It_takes_every_filter_and_sort_of_a_list_of_books(string query, string titles)
    {
        var sorted = query.Contains("sort_by", StringComparison.Ordinal) ? query : query + "&sort_by=title&sort_order=asc";

        var page = (await app.Api.Get($"{app.Path}?{sorted}")).ShouldBe(200).Json;

        Assert.Equal(titles, string.Join("; ", page.Titles()));
        Assert.Equal(["items", "total", "page", "per_page", "total_pages", "has_next", "has_prev"], page.Names());
    }

    [Fact]
    public async Task Its_links_lead_through_its_own_pages()
    {
        var answer = (await app.Api.Get(app.Path + "?per_page=2&sort_by=title&genre=novel")).ShouldBe(200);
        Assert.Equal(("2", "1"), (answer.Header("X-Total-Count"), answer.Header("X-Total-Pages")));

        answer = (await app.Api.Get(app.Path + "?per_page=1&sort_by=title&genre=novel")).ShouldBe(200);
        Assert.StartsWith(app.Path + "?", answer.Links["next"], StringComparison.Ordinal);
        Assert.Equal(["Alpha"], (await app.Api.Get(answer.Links["next"])).ShouldBe(200).Json.Titles());
    }

    [Fact]
    public async Task It_has_a_tag_and_takes_fields_and_an_envelope()
    {
        var answer = (await app.Api.Get(app.Path)).ShouldBe(200);

        (await app.Api.Get(app.Path, ("If-None-Match", answer.ETag))).ShouldBe(304);
        Assert.All((await app.Api.Get(app.Path + "?fields=title")).ShouldBe(200).Json.GetProperty("items").EnumerateArray(), item => Assert.Equal(["title"], item.Names()));
        Assert.Equal(3, (await app.Api.Get(app.Path + "?envelope=true")).ShouldBe(200).Json.At("data.total").GetInt64());
        Assert.Null(answer.Header("Vary"));
    }

    [Fact]
    public async Task A_book_in_version_2_leads_to_its_author()
    {
        var book = (await app.Api.Get(app.Path)).ShouldBe(200).Json.Ids().First();
        var link = (await app.Api.Get($"{Api.BooksV2}/{book}")).ShouldBe(200).Json.At("data.links.author").GetString()!;

        Assert.Equal("Sole Author", (await app.Api.Get(link)).ShouldBe(200).Json.Text("name"));
        Assert.Equal(app.Path, link + "/books");
    }

    [Fact]
    public async Task An_author_without_books_has_an_empty_list_and_no_author_has_none()
    {
        var created = await app.Api.CreateAuthor();

        Assert.Equal(0, (await app.Api.Get(AuthorAt(created) + "/books")).ShouldBe(200).Json.GetProperty("total").GetInt64());
        (await app.Api.Get(AuthorAt(999_999) + "/books")).ShouldBeProblem(404, "not_found");
        (await app.Api.Get($"{Api.Authors}/99999999999999999999/books")).ShouldBeProblem(404, "not_found");
        (await app.Api.Get($"{Api.Authors}/x/books")).ShouldBeInvalid(("id", "wrong_type"));
    }

    [Fact]
    public async Task Wrong_parameters_are_refused_as_in_any_list()
    {
        (await app.Api.Get(app.Path + "?page=0&sort_by=x&search=a")).ShouldBeInvalid(("page", "out_of_range"), ("sort_by", "not_in_list"), ("search", "too_short"));
        (await app.Api.Post(app.Path, TestBooks.Minimal())).ShouldBeProblem(405, "method_not_allowed");
    }

    /// <summary>Three books of one author, and one of another. Tests of it only read.</summary>
    public sealed class Fixture : AppFixture
    {
        public string Path { get; private set; } = "";

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            (string Title, string Author, string Genre, int Year, decimal Price, string Tag)[] shelf =
                [("Beta", "Sole Author", "essay", 2000, 20m, "red"), ("Alpha", "Sole Author", "novel", 1999, 10m, "green"), ("Other", "Another", "novel", 2002, 20m, "red"), ("Gamma", "Sole Author", "NOVEL", 2001, 30m, "blue")];
            foreach (var (title, author, genre, year, price, tag) in shelf)
                await Api.Create(TestBooks.Minimal().With("title", title).With("author_name", author).With("genre", genre).With("published_year", year).With("price", price).With("tags", new JsonArray(tag)));
            Path = $"{AuthorAt((await Api.ListAuthors("search=sole")).Ids().Single())}/books";
        }
    }
}
