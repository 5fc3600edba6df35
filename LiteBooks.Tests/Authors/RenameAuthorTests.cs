using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;
using static LiteBooks.Tests.Support.TestAuthors;

namespace LiteBooks.Tests.Authors;

/// <summary>A new name of an author shows wherever its books are shown, found and sorted, at once.</summary>
public sealed class RenameAuthorTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("PUT", "Olim Priscus", "Mox Novus")]
    [InlineData("PATCH", "Quondam Vetus", "Ñandú Ångström")]
    public async Task A_new_name_shows_in_every_book_list_and_search(string method, string old, string renamed)
    {
        var (book, tag) = await CreateBookOf(old);
        var id = await app.Api.AuthorIdOf(book);

        var body = new JsonObject { ["name"] = renamed };
        (method == "PUT" ? await app.Api.Put(AuthorAt(id), body) : await app.Api.Patch(AuthorAt(id), body)).ShouldBe(200);

        Assert.Equal(renamed, (await app.Api.Find(book.Id())).Text("author_name"));
        Assert.Equal(renamed, (await app.Api.Get($"{Api.BooksV2}/{book.Id()}")).ShouldBe(200).Json.At("data.author.name").GetString());
        Assert.Equal(renamed, (await app.Api.Get(TestBooks.At(book) + "/summary")).ShouldBe(200).Json.Text("author_name"));
        foreach (var query in new[] { "search", "author", "authors" })
        {
            Assert.Equal([book.Id()], (await app.Api.List($"{query}={Api.Escape(renamed)}")).Ids());
            Assert.Empty((await app.Api.List($"{query}={Api.Escape(old)}")).Ids());
        }
        Assert.Equal([id], (await app.Api.ListAuthors($"search={Api.Escape(renamed)}")).Ids());
        Assert.Empty((await app.Api.ListAuthors($"search={Api.Escape(old)}")).Ids());
        (await app.Api.Get(TestBooks.At(book), ("If-None-Match", tag))).ShouldBe(200);
    }

    [Fact]
    public async Task Books_are_sorted_by_the_new_name()
    {
        var first = (await CreateBookOf("Sortkey Aaa")).Book;
        var second = (await CreateBookOf("Sortkey Bbb")).Book;
        Assert.Equal([first.Id(), second.Id()], await Sorted());

        (await app.Api.Patch(AuthorAt(await app.Api.AuthorIdOf(first)), """{"name":"Sortkey Éée"}""")).ShouldBe(200);
        Assert.Equal([second.Id(), first.Id()], await Sorted());

        (await app.Api.Patch(AuthorAt(await app.Api.AuthorIdOf(second)), """{"name":"Sortkey Fff"}""")).ShouldBe(200);
        Assert.Equal([first.Id(), second.Id()], await Sorted());

        async Task<IEnumerable<long>> Sorted() => (await app.Api.List("author=sortkey&sort_by=author&sort_order=asc")).Ids();
    }

    [Fact]
    public async Task Other_case_and_other_accents_show_too()
    {
        var book = (await CreateBookOf("Emile Casus")).Book;
        var address = AuthorAt(await app.Api.AuthorIdOf(book));

        foreach (var name in new[] { "EMILE CASUS", "Émile Casus" })
        {
            (await app.Api.Patch(address, new JsonObject { ["name"] = name })).ShouldBe(200);
            Assert.Equal(name, (await app.Api.Find(book.Id())).Text("author_name"));
        }
        Assert.Equal([book.Id()], (await app.Api.List("author=emile%20cas")).Ids());
        Assert.Equal("Émile Casus", (await app.Api.CreateBookOf("émile casus")).Text("author_name"));
    }

    [Fact]
    public async Task Whoever_saw_the_old_name_cannot_write_it_back_unknowingly()
    {
        var (book, tag) = await CreateBookOf(NextName());

        (await app.Api.Patch(AuthorAt(await app.Api.AuthorIdOf(book)), new JsonObject { ["name"] = NextName() })).ShouldBe(200);

        (await app.Api.Put(TestBooks.At(book), book.GetRawText(), ("If-Match", tag))).ShouldBeProblem(412, "version_mismatch");
    }

    [Fact]
    public async Task The_old_name_is_free_for_another_author()
    {
        var (old, renamed) = (NextName(), NextName());
        var book = (await CreateBookOf(old)).Book;
        var id = await app.Api.AuthorIdOf(book);
        (await app.Api.Patch(AuthorAt(id), new JsonObject { ["name"] = renamed })).ShouldBe(200);

        Assert.NotEqual(id, await app.Api.AuthorIdOf(await app.Api.CreateBookOf(old)));
        Assert.Equal(id, await app.Api.AuthorIdOf(await app.Api.CreateBookOf(renamed)));
    }

    [Fact]
    public async Task A_change_that_is_no_new_name_leaves_the_books_as_they_are()
    {
        var (book, tag) = await CreateBookOf(NextName());

        (await app.Api.Patch(AuthorAt(await app.Api.AuthorIdOf(book)), """{"bio":"x"}""")).ShouldBe(200);

        (await app.Api.Get(TestBooks.At(book), ("If-None-Match", tag))).ShouldBe(304);
    }

    private async Task<(JsonElement Book, string Tag)> CreateBookOf(string author)
    {
        var answer = (await app.Api.Post(Api.Books, TestBooks.Minimal().With("author_name", author))).ShouldBe(201);
        return (answer.Json, answer.ETag);
    }
}
