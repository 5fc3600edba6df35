using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

public sealed class ListSortTests(ShelfFixture app) : IClassFixture<ShelfFixture>
{
    [Theory]
    [InlineData("sort_by=title&sort_order=asc", "100% Proof; 1000 Proofs; Ælfric; Elbe; Émile; emma; zebra crossing; Zorn")]
    [InlineData("sort_by=title&sort_order=desc", "Zorn; zebra crossing; emma; Émile; Elbe; Ælfric; 1000 Proofs; 100% Proof")]
    [InlineData("sort_by=author&sort_order=asc", "1000 Proofs; emma; zebra crossing; Émile; Elbe; 100% Proof; Zorn; Ælfric")]
    [InlineData("sort_by=author&sort_order=desc", "Ælfric; Zorn; 100% Proof; Elbe; Émile; zebra crossing; emma; 1000 Proofs")]
    [InlineData("sort_by=price&sort_order=asc", "1000 Proofs; emma; zebra crossing; Émile; Elbe; Zorn; 100% Proof; Ælfric")]
    [InlineData("sort_by=price&sort_order=desc", "Ælfric; 100% Proof; Zorn; Elbe; Émile; zebra crossing; emma; 1000 Proofs")]
    [InlineData("sort_by=published_year&sort_order=asc", "Émile; emma; 100% Proof; 1000 Proofs; Elbe; Zorn; zebra crossing; Ælfric")]
    [InlineData("sort_by=published_year&sort_order=desc", "zebra crossing; Zorn; Elbe; 1000 Proofs; 100% Proof; emma; Émile; Ælfric")]
    [InlineData("sort_by=created_at&sort_order=asc", "Émile; emma; Elbe; Zorn; Ælfric; zebra crossing; 100% Proof; 1000 Proofs")]
    [InlineData("sort_by=created_at", "1000 Proofs; 100% Proof; zebra crossing; Ælfric; Zorn; Elbe; emma; Émile")]
    [InlineData("", "1000 Proofs; 100% Proof; zebra crossing; Ælfric; Zorn; Elbe; emma; Émile")]
    [InlineData("sort_by=title&sort_order=asc&status=available", "100% Proof; 1000 Proofs; Elbe; Émile; zebra crossing")]
    public async Task A_list_is_sorted_by_its_column_and_then_by_id_in_the_same_direction(string query, string titles)
    {
        Assert.Equal(titles, string.Join("; ", (await app.Api.List(query)).Titles()));
    }

    [Fact]
    public async Task A_list_holds_summaries_of_exactly_five_members()
    {
        var book = (await app.Api.List("search=zebra")).GetProperty("items")[0];

        Assert.Equal(["id", "title", "author_name", "price", "genre"], book.Names());
        Assert.Equal(("zebra crossing", "Jane Austen", "7.01", "novel"), (book.Text("title"), book.Text("author_name"), book.GetProperty("price").GetRawText(), book.Text("genre")));
    }
}
