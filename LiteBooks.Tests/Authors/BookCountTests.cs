using System.Globalization;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;
using static LiteBooks.Tests.Support.TestAuthors;

namespace LiteBooks.Tests.Authors;

public sealed class BookCountTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Books_are_counted_as_they_come_move_and_go()
    {
        var (from, to) = (await app.Api.CreateAuthor(), await app.Api.CreateAuthor());
        var book = await app.Api.CreateBookOf(from.Text("name")!);
        Assert.Equal((1, 0), (await Count(from.Id()), await Count(to.Id())));

        (await app.Api.Patch(TestBooks.At(book), new JsonObject { ["author_name"] = to.Text("name") })).ShouldBe(200);
        Assert.Equal((0, 1), (await Count(from.Id()), await Count(to.Id())));

        (await app.Api.Post(Api.Books + "/bulk", new JsonArray(Book(from.Text("name")), Book(from.Text("name")), Book(to.Text("name"))))).ShouldBe(201);
        Assert.Equal((2, 2), (await Count(from.Id()), await Count(to.Id())));

        (await app.Api.Delete(TestBooks.At(book))).ShouldBe(204);
        Assert.Equal((2, 1), (await Count(from.Id()), await Count(to.Id())));
    }

    [Fact]
    public async Task A_new_count_is_a_new_tag_but_no_new_version()
    {
        var created = await app.Api.CreateAuthor();
        var tag = (await app.Api.Get(AuthorAt(created))).ShouldBe(200).ETag;

        await app.Api.CreateBookOf(created.Text("name")!);

        (await app.Api.Get(AuthorAt(created), ("If-None-Match", tag))).ShouldBe(200);
        (await app.Api.Patch(AuthorAt(created), """{"bio":"x"}""", ("If-Match", tag))).ShouldBe(200);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_series_of_writes_the_counts_are_those_of_the_books(int seed)
    {
        var random = new Random(seed);
        var authors = Enumerable.Range(0, 4).Select(_ => NextName()).ToArray();
        var books = new List<long>();

        for (var i = 0; i < 60; i++)
            await Step(random, authors, books);

        using var database = TestDatabase.Connect(app.DatabasePath);
        var truth = database.Rows("SELECT a.id, COUNT(b.id) FROM authors a LEFT JOIN books b ON b.author_id = a.id GROUP BY a.id")
            .Select(row => row.Split('|')).ToDictionary(row => long.Parse(row[0], CultureInfo.InvariantCulture), row => long.Parse(row[1], CultureInfo.InvariantCulture));
        var listed = (await app.Api.ListAuthors("per_page=100")).GetProperty("items").EnumerateArray().ToDictionary(item => item.Id(), item => item.GetProperty("book_count").GetInt64());
        Assert.Equal(truth.OrderBy(pair => pair.Key), listed.OrderBy(pair => pair.Key));
    }

    // A book comes, changes hands, is replaced, or goes; an author is given another name.
    private async Task Step(Random random, string[] authors, List<long> books)
    {
        var author = random.Next(authors.Length);
        var book = books.Count == 0 ? 0 : books[random.Next(books.Count)];
        switch (book == 0 ? 0 : random.Next(6))
        {
            case 0 or 1:
                books.Add((await app.Api.CreateBookOf(authors[author])).Id());
                break;
            case 2:
                (await app.Api.Patch(TestBooks.At(book), new JsonObject { ["author_name"] = authors[author].ToUpperInvariant() })).ShouldBe(200);
                break;
            case 3:
                (await app.Api.Put(TestBooks.At(book), Book(authors[author]))).ShouldBe(200);
                break;
            case 4:
                (await app.Api.Post(Api.Books + "/bulk-delete", new JsonObject { ["ids"] = new JsonArray(book, 999_999) })).ShouldBe(200);
                books.Remove(book);
                break;
            default:
                (await app.Api.Patch(AuthorAt(await app.Api.AuthorIdOf(await app.Api.Find(book))), new JsonObject { ["name"] = NextName() })).ShouldBe(200);
                break;
        }
    }

    private async Task<long> Count(long id) => (await app.Api.FindAuthor(id)).GetProperty("book_count").GetInt64();

    private static JsonObject Book(string? author) => TestBooks.Minimal().With("author_name", author);
}
