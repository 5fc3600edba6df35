using LiteBooks.Tests.Support;
using static LiteBooks.Tests.Support.TestAuthors;

namespace LiteBooks.Tests.Authors;

public sealed class DeleteAuthorTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_deleted_author_is_gone_and_its_name_is_free_but_not_its_id()
    {
        var created = await app.Api.CreateAuthor();

        var deleted = (await app.Api.Delete(AuthorAt(created))).ShouldBe(204);

        Assert.Empty(deleted.Body);
        (await app.Api.Get(AuthorAt(created))).ShouldBeProblem(404, "not_found");
        (await app.Api.Delete(AuthorAt(created))).ShouldBeProblem(404, "not_found");
        Assert.DoesNotContain(created.Text("name"), (await app.Api.ListAuthors($"search={Api.Escape(created.Text("name")!)}")).AuthorNames());
        var again = await app.Api.CreateAuthor(new() { ["name"] = created.Text("name") });
        Assert.True(again.Id() > created.Id());
    }

    [Fact]
    public async Task Deleting_an_author_with_books_is_a_conflict_until_the_last_is_gone()
    {
        var name = NextName();
        var books = new[] { await app.Api.CreateBookOf(name), await app.Api.CreateBookOf(name) };
        var id = await app.Api.AuthorIdOf(books[0]);

        foreach (var book in books)
        {
            (await app.Api.Delete(AuthorAt(id))).ShouldBeProblem(409, "author_has_books");
            Assert.Equal(name, (await app.Api.Find(book.Id())).Text("author_name"));
            (await app.Api.Delete(TestBooks.At(book))).ShouldBe(204);
        }

        (await app.Api.Delete(AuthorAt(id))).ShouldBe(204);
    }

    [Fact]
    public async Task An_author_whose_books_have_moved_can_be_deleted()
    {
        var book = await app.Api.CreateBookOf(NextName());
        var id = await app.Api.AuthorIdOf(book);
        (await app.Api.Patch(TestBooks.At(book), $$"""{"author_name":"{{NextName()}}"}""")).ShouldBe(200);

        (await app.Api.Delete(AuthorAt(id))).ShouldBe(204);
    }
}
