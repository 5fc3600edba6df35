using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary><c>?fields=</c>: only the members that one wants.</summary>
public sealed class FieldsTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("", "id,title", "id title")]
    [InlineData("", "title,id", "id title")]
    [InlineData("", "price", "price")]
    [InlineData("", "%20title%20,,tags", "title tags")]
    [InlineData("", "id&fields=genre", "id genre")]
    [InlineData("/summary", "id", "id")]
    [InlineData("/compact", "id,created_at", "id created_at")]
    [InlineData("/minimal", "title", "title")]
    public async Task A_book_is_shown_with_the_fields_that_are_asked_for(string view, string fields, string names)
    {
        var created = await app.Api.Create(TestBooks.Full());

        var answer = (await app.Api.Get($"{TestBooks.At(created)}{view}?fields={fields}")).ShouldBe(200).Json;

        Assert.Equal(names.Split(' '), answer.Names());
        Assert.All(answer.EnumerateObject(), member => Assert.Equal(created.GetProperty(member.Name).GetRawText(), member.Value.GetRawText()));
    }

    [Fact]
    public async Task Text_beyond_ascii_stays_as_it_is()
    {
        var created = await app.Api.Create(TestBooks.Minimal().With("title", "Łódź \"<&>\" \U0001F600"));

        Assert.Equal("Łódź \"<&>\" \U0001F600", (await app.Api.Get(TestBooks.At(created) + "?fields=title")).ShouldBe(200).Json.Text("title"));
    }

    [Theory]
    [InlineData(Api.Books + "?", "items")]
    [InlineData(Api.Books + "/cursor?", "items")]
    [InlineData(Api.Books + "/search?q=book&", "items")]
    [InlineData(Api.BooksV2 + "?", "data")]
    public async Task A_list_keeps_its_frame_and_thins_its_books(string list, string member)
    {
        await app.Api.Create();
        var whole = (await app.Api.Get(list)).ShouldBe(200).Json;

        var answer = (await app.Api.Get(list + "fields=id,title")).ShouldBe(200).Json;

        Assert.Equal(whole.Names(), answer.Names());
        Assert.NotEqual(0, answer.GetProperty(member).GetArrayLength());
        Assert.All(answer.GetProperty(member).EnumerateArray(), book => Assert.Equal(["id", "title"], book.Names()));
    }

    [Fact]
    public async Task Version_2_chooses_among_the_members_of_its_data()
    {
        var created = await app.Api.Create();

        var answer = (await app.Api.Get($"{Api.BooksV2}/{created.Id()}?fields=id,pricing")).ShouldBe(200).Json;

        Assert.Equal(["data"], answer.Names());
        Assert.Equal(["id", "pricing"], answer.GetProperty("data").Names());
    }

    [Theory]
    [InlineData(Api.Books + "?fields=isbn")]
    [InlineData(Api.Books + "?fields=items")]
    [InlineData(Api.Books + "/1?fields=id,nope")]
    [InlineData(Api.Books + "/1?fields=ID")]
    [InlineData(Api.Books + "/1?fields=stock_quantity")]
    [InlineData(Api.Books + "/1?fields=cost_price")]
    [InlineData(Api.Books + "/1/summary?fields=isbn")]
    [InlineData(Api.Books + "/1/compact?fields=nope")]
    [InlineData(Api.Books + "/cursor?fields=next_cursor")]
    [InlineData(Api.Books + "/search?q=xx&fields=nope")]
    [InlineData(Api.Books + "/facets?fields=nope")]
    [InlineData("/api/v1/isbn/x?fields=nope")]
    [InlineData(Api.BooksV2 + "?fields=price")]
    [InlineData(Api.BooksV2 + "/1?fields=author_name")]
    [InlineData("/api/books/1?fields=nope")]
    public async Task A_field_that_there_is_not_is_invalid(string path)
    {
        await app.Api.Create();

        (await app.Api.Get(path)).ShouldBeInvalid(("fields", "unknown_field"));
    }
}
