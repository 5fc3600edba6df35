using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

public sealed class ListFilterTests(ShelfFixture app) : IClassFixture<ShelfFixture>
{
    [Theory]
    [InlineData("genre=novel", "emma; Ælfric; zebra crossing")]
    [InlineData("genre=NOVEL", "emma; Ælfric; zebra crossing")]
    [InlineData("genre=%20novel%20", "emma; Ælfric; zebra crossing")]
    [InlineData("genre=nov", "")]
    [InlineData("genre=MATHÉMATIQUES", "1000 Proofs")]
    [InlineData("genre=mathematiques", "")]
    [InlineData("genres=Novel&genres=travel", "emma; Elbe; Ælfric; zebra crossing")]
    [InlineData("genres=travel", "Elbe")]
    [InlineData("genre=novel&genres=travel", "")]
    [InlineData("author=austen", "emma; zebra crossing")]
    [InlineData("author=NE%20AUS", "emma; zebra crossing")]
    [InlineData("author=angstrom", "Elbe")]
    [InlineData("author=orjan", "Zorn")]
    [InlineData("author=emile", "1000 Proofs")]
    [InlineData("author=z", "Ælfric; 1000 Proofs")]
    [InlineData("author=or", "Zorn; Ælfric")]
    [InlineData("author=%22bob%22", "100% Proof")]
    [InlineData("author=o'b", "100% Proof")]
    [InlineData("author=%25", "")]
    [InlineData("authors=austen&authors=zola", "emma; zebra crossing; 1000 Proofs")]
    [InlineData("authors=jane&authors=austen", "emma; zebra crossing")]
    [InlineData("author=jane&authors=zola", "")]
    [InlineData("status=reserved", "Ælfric")]
    [InlineData("status=available", "Émile; Elbe; zebra crossing; 100% Proof; 1000 Proofs")]
    [InlineData("statuses=reserved&statuses=archived", "Zorn; Ælfric")]
    [InlineData("status=reserved&statuses=archived", "")]
    [InlineData("tags=classic", "Émile; emma; 1000 Proofs")]
    [InlineData("tags=%20CLASSIC%20", "Émile; emma; 1000 Proofs")]
    [InlineData("tags=class", "")]
    [InlineData("tags=classic&tags=england", "emma")]
    [InlineData("tags=classic&tags=roads", "")]
    [InlineData("any_tags=roads&any_tags=rivers", "Elbe; zebra crossing")]
    [InlineData("tags=england&any_tags=old&any_tags=roads", "Ælfric; zebra crossing")]
    [InlineData("tags=c%2B%2B", "1000 Proofs")]
    [InlineData("tags=50%25", "100% Proof")]
    [InlineData("min_price=25", "Elbe; Zorn; Ælfric; 100% Proof")]
    [InlineData("min_price=25.00", "Elbe; Zorn; Ælfric; 100% Proof")]
    [InlineData("min_price=25.001", "Ælfric; 100% Proof")]
    [InlineData("max_price=7", "emma; 1000 Proofs")]
    [InlineData("max_price=7.009", "emma; 1000 Proofs")]
    [InlineData("max_price=6.989", "")]
    [InlineData("min_price=7&max_price=7", "emma")]
    [InlineData("min_price=8&max_price=7", "")]
    [InlineData("min_price=0", "Émile; emma; Elbe; Zorn; Ælfric; zebra crossing; 100% Proof; 1000 Proofs")]
    [InlineData("max_price=0", "")]
    [InlineData("min_price=1e3", "Ælfric")]
    [InlineData("min_price=99999999999999999999999999999999999", "")]
    [InlineData("max_price=99999999999999999999999999999999999", "Émile; emma; Elbe; Zorn; Ælfric; zebra crossing; 100% Proof; 1000 Proofs")]
    [InlineData("min_price=1e400", "")]
    [InlineData("published_after=2020", "Elbe; Zorn; zebra crossing")]
    [InlineData("published_before=1815", "Émile; emma")]
    [InlineData("published_after=1815&published_before=1999", "emma; 100% Proof; 1000 Proofs")]
    [InlineData("published_after=1000", "Émile; emma; Elbe; Zorn; zebra crossing; 100% Proof; 1000 Proofs")]
    [InlineData("published_before=0", "")]
    [InlineData("published_after=9223372036854775807", "")]
    [InlineData("in_stock=true", "Émile; Elbe; Ælfric; zebra crossing; 100% Proof")]
    [InlineData("in_stock=false", "emma; Zorn; 1000 Proofs")]
    [InlineData("genre=novel&in_stock=true&max_price=10", "zebra crossing")]
    [InlineData("search=proof&status=available&published_after=1999&tags=classic", "1000 Proofs")]
    public async Task A_filter_finds_exactly_its_books(string query, string titles)
    {
        var page = await app.Api.List(query + "&sort_order=asc");

        Assert.Equal(titles, string.Join("; ", page.Titles()));
        Assert.Equal(titles.Length == 0 ? 0 : titles.Split(';').Length, page.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("genre=")]
    [InlineData("author=")]
    [InlineData("status=")]
    [InlineData("genre=%20&author=%20%20&status=%20")]
    [InlineData("genres=&authors=&statuses=&tags=&any_tags=")]
    [InlineData("nonsense=1")]
    [InlineData("Genre_=novel&x[]=1&=5&&&")]
    [InlineData("q=emma")]
    public async Task An_empty_or_unknown_filter_filters_nothing(string query)
    {
        Assert.Equal(8, (await app.Api.List(query)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Twenty_values_of_a_repeatable_parameter_are_taken_and_a_twenty_first_is_not()
    {
        foreach (var (name, value) in new[] { ("genres", "travel"), ("authors", "lucja"), ("statuses", "available"), ("tags", "rivers"), ("any_tags", "rivers") })
        {
            var twenty = string.Join('&', Enumerable.Repeat($"{name}={value}", 20));

            Assert.Contains("Elbe", (await app.Api.List(twenty)).Titles());
            (await app.Api.Get($"{Api.Books}?{twenty}&{name}={value}")).ShouldBeInvalid((name, "too_many"));
        }
    }

    [Theory]
    [InlineData("min_price", "abc", "wrong_type")]
    [InlineData("min_price", "", "wrong_type")]
    [InlineData("min_price", "1,5", "wrong_type")]
    [InlineData("min_price", "NaN", "wrong_type")]
    [InlineData("min_price", "Infinity", "wrong_type")]
    [InlineData("min_price", "-0.01", "out_of_range")]
    [InlineData("max_price", "-1", "out_of_range")]
    [InlineData("max_price", "0x10", "wrong_type")]
    [InlineData("published_after", "999", "out_of_range")]
    [InlineData("published_after", "two", "wrong_type")]
    [InlineData("published_after", "2000.5", "wrong_type")]
    [InlineData("published_before", "x", "wrong_type")]
    [InlineData("published_before", "", "wrong_type")]
    [InlineData("in_stock", "maybe", "wrong_type")]
    [InlineData("in_stock", "2", "wrong_type")]
    [InlineData("in_stock", "", "wrong_type")]
    [InlineData("status", "Available", "not_in_list")]
    [InlineData("status", "gone", "not_in_list")]
    [InlineData("statuses", "gone", "not_in_list")]
    [InlineData("sort_by", "isbn", "not_in_list")]
    [InlineData("sort_by", "id; DROP TABLE books", "not_in_list")]
    [InlineData("sort_by", "", "not_in_list")]
    [InlineData("sort_by", "Title", "not_in_list")]
    [InlineData("sort_order", "up", "not_in_list")]
    [InlineData("sort_order", "DESC", "not_in_list")]
    [InlineData("sort_by", "relevance", "search_required")]
    [InlineData("page", "0", "out_of_range")]
    [InlineData("page", "-1", "out_of_range")]
    [InlineData("page", "one", "wrong_type")]
    [InlineData("page", "1.5", "wrong_type")]
    [InlineData("page", "", "wrong_type")]
    [InlineData("page", " 1", "wrong_type")]
    [InlineData("per_page", "0", "out_of_range")]
    [InlineData("per_page", "101", "out_of_range")]
    [InlineData("per_page", "ten", "wrong_type")]
    [InlineData("per_page", "99999999999999999999", "out_of_range")]
    [InlineData("search", "", "too_short")]
    [InlineData("search", "a", "too_short")]
    [InlineData("search", "📚", "too_short")]
    [InlineData("search", "a\u0001b", "control_character")]
    [InlineData("author", "a\0b", "control_character")]
    [InlineData("genre", "a\u007f", "control_character")]
    [InlineData("tags", "a\u0085", "control_character")]
    public async Task A_value_of_the_wrong_type_range_or_choice_is_refused_by_the_name_of_its_parameter(string name, string value, string code)
    {
        (await app.Api.Get($"{Api.Books}?{name}={Api.Escape(value)}")).ShouldBeInvalid((name, code));
    }

    [Fact]
    public async Task All_wrong_parameters_come_at_once()
    {
        var answer = await app.Api.Get(Api.Books + "?search=a&min_price=x&published_after=1&in_stock=2&sort_by=no&sort_order=no&page=0&per_page=0&status=no");

        answer.ShouldBeProblem(422, "validation_failed")
            .WithFaultsIn("search", "min_price", "published_after", "in_stock", "sort_by", "sort_order", "page", "per_page", "status");
    }

    [Fact]
    public async Task A_parameter_for_one_value_that_comes_twice_counts_as_it_came_last()
    {
        Assert.Equal(1, (await app.Api.List("per_page=5&per_page=1")).GetProperty("per_page").GetInt32());
        Assert.Equal(["Ælfric"], (await app.Api.List("status=available&status=reserved")).Titles());
    }

    [Fact]
    public async Task Parameters_are_read_percent_encoded_and_with_plus_as_a_space()
    {
        Assert.Equal(["zebra crossing"], (await app.Api.List("search=zebra+cross")).Titles());
        Assert.Equal(["zebra crossing"], (await app.Api.List("%73earch=zebra%20cross")).Titles());
    }
}
