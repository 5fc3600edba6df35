using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>The smaller views of one book.</summary>
public sealed class BookViewTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_summary_has_the_five_fields_of_a_list()
    {
        var created = await app.Api.Create(TestBooks.Full());

        var summary = (await app.Api.Get(TestBooks.At(created) + "/summary")).ShouldBe(200).Json;

        Assert.Equal(["id", "title", "author_name", "price", "genre"], summary.Names());
        ShouldAgree(summary, created);
        Assert.Equal((await app.Api.List("sort_by=created_at&per_page=1")).GetProperty("items")[0].GetRawText(), summary.GetRawText());
    }

    [Fact]
    public async Task A_summary_shows_what_is_null()
    {
        var created = await app.Api.Create();

        Assert.Equal(JsonValueKind.Null, (await app.Api.Get(TestBooks.At(created) + "/summary")).ShouldBe(200).Json.GetProperty("genre").ValueKind);
    }

    [Fact]
    public async Task A_compact_book_is_whole_but_for_what_is_null()
    {
        foreach (var book in new[] { TestBooks.Minimal(), TestBooks.Full(), TestBooks.Minimal().With("description", "") })
        {
            var created = await app.Api.Create(book);

            var compact = (await app.Api.Get(TestBooks.At(created) + "/compact")).ShouldBe(200).Json;

            Assert.Equal(created.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).Select(member => member.Name), compact.Names());
            ShouldAgree(compact, created);
        }
    }

    [Fact]
    public async Task A_minimal_book_lacks_what_holds_its_default()
    {
        var created = await app.Api.Create();
        Grow(created.Id());

        var minimal = (await app.Api.Get(TestBooks.At(created) + "/minimal")).ShouldBe(200).Json;

        Assert.Equal(["author_name", "created_at", "id", "isbn", "price", "title"], minimal.Names().Order(StringComparer.Ordinal));
        ShouldAgree(minimal, await app.Api.Find(created.Id()));
    }

    [Fact]
    public async Task A_minimal_book_has_what_differs_from_its_default()
    {
        var created = await app.Api.Create(TestBooks.Full());
        var changed = (await app.Api.Patch(TestBooks.At(created), """{"status":"reserved"}""")).ShouldBe(200).Json;

        var minimal = (await app.Api.Get(TestBooks.At(created) + "/minimal")).ShouldBe(200).Json;

        Assert.Equal(changed.Names(), minimal.Names());
        ShouldAgree(minimal, changed);
    }

    [Theory]
    [InlineData("/summary")]
    [InlineData("/compact")]
    [InlineData("/minimal")]
    public async Task A_view_of_a_book_that_is_not_there_is_not_found(string view)
    {
        (await app.Api.Get(TestBooks.At(999_999) + view)).ShouldBeProblem(404, "not_found");
    }

    private static void ShouldAgree(JsonElement view, JsonElement book)
    {
        foreach (var member in view.EnumerateObject())
            Assert.Equal(book.GetProperty(member.Name).GetRawText(), member.Value.GetRawText());
    }

    // So long ago that the book is not recent.
    private void Grow(long id)
    {
        using var database = TestDatabase.Connect(app.DatabasePath);
        database.Run("UPDATE books SET created_at = 1700000000000 WHERE id = @p0", id);
    }
}
