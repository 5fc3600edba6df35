using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

public sealed class DeleteBookTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_deleted_book_is_gone()
    {
        var created = await app.Api.Create();

        var answer = (await app.Api.Delete(TestBooks.At(created))).ShouldBe(204);

        Assert.Empty(answer.Body);
        (await app.Api.Get(TestBooks.At(created))).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task Deleting_a_book_twice_is_not_found()
    {
        var created = await app.Api.Create();
        (await app.Api.Delete(TestBooks.At(created))).ShouldBe(204);

        (await app.Api.Delete(TestBooks.At(created))).ShouldBeProblem(404, "not_found");
    }

    [Theory]
    [InlineData("search=evanescent")]
    [InlineData("search=ev")]
    [InlineData("author=vanisher")]
    [InlineData("genre=vanishing")]
    [InlineData("tags=vanished")]
    [InlineData("any_tags=vanished")]
    public async Task No_filter_finds_a_deleted_book(string query)
    {
        var book = TestBooks.Minimal().With("title", "Evanescent").With("author_name", "Vanisher").With("genre", "vanishing").With("tags", new JsonArray("vanished"));
        var created = await app.Api.Create(book);
        Assert.Equal([created.Id()], (await app.Api.List(query)).Ids());

        await app.Api.Delete(TestBooks.At(created));

        var page = await app.Api.List(query);
        Assert.Equal(0, page.GetProperty("total").GetInt32());
        Assert.Empty(page.Ids());
    }

    [Fact]
    public async Task The_isbn_of_a_deleted_book_is_free_again()
    {
        var book = TestBooks.Minimal();
        await app.Api.Delete(TestBooks.At(await app.Api.Create(book)));

        await app.Api.Create(book);
    }

    [Fact]
    public async Task An_id_is_never_given_twice()
    {
        var last = await app.Api.Create();
        await app.Api.Delete(TestBooks.At(last));

        var next = await app.Api.Create();

        Assert.True(next.Id() > last.Id());
    }
}
