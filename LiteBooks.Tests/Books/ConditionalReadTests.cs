using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>Entity tags of what is read, and If-None-Match (RFC 9110, sections 8.8.3 and 13.1.2).</summary>
public sealed class ConditionalReadTests(AppFixture app) : IClassFixture<AppFixture>
{
    public static TheoryData<string> Paths =>
    [
        Api.Books, Api.Books + "?genre=none", Api.Books + "/1", Api.Books + "/1/summary", Api.Books + "/1/compact", Api.Books + "/1/minimal", Api.Books + "/1?fields=id",
        Api.Books + "/cursor", Api.Books + "/search?q=book", Api.Books + "/facets", "/api/v1/isbn/9780441013593", Api.BooksV2, Api.BooksV2 + "/1", "/api/books", "/api/books/1",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task What_one_has_already_is_not_sent_again(string path)
    {
        await app.Api.Create();
        var whole = (await app.Api.Get(path)).ShouldBe(200);
        Assert.Matches("^\"[\\x21\\x23-\\x7E]+\"$", whole.ETag);
        Assert.Equal("no-cache", whole.Header("Cache-Control"));

        foreach (var held in new[] { whole.ETag, "W/" + whole.ETag, "\"other\", " + whole.ETag, "*" })
        {
            var answer = (await app.Api.Get(path, ("If-None-Match", held))).ShouldBe(304);
            Assert.Empty(answer.Body);
            Assert.Equal(whole.ETag, answer.ETag);
            Assert.Equal("no-cache", answer.Header("Cache-Control"));
            Assert.Null(answer.Header("Content-Type"));
            (await app.Api.Send(HttpMethod.Head, path, null, ("If-None-Match", held))).ShouldBe(304);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task What_one_has_not_is_sent(string path)
    {
        await app.Api.Create();
        var whole = (await app.Api.Get(path)).ShouldBe(200);

        foreach (var held in new[] { "\"other\"", whole.ETag.Trim('"'), "\"\"", "nonsense", "" })
            Assert.Equal(whole.Text, (await app.Api.Get(path, ("If-None-Match", held))).ShouldBe(200).Text);
    }

    [Theory]
    [InlineData(Api.Books + "/1")]
    [InlineData(Api.Books)]
    [InlineData(Api.BooksV2 + "/1")]
    public async Task An_envelope_does_not_make_it_another_resource(string path)
    {
        await app.Api.Create();
        var enveloped = (await app.Api.Get(path + "?envelope=true")).ShouldBe(200);

        var answer = (await app.Api.Get(path + "?envelope=true", ("If-None-Match", enveloped.ETag))).ShouldBe(304);

        Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task Every_view_of_a_book_has_its_own_tag()
    {
        var created = await app.Api.Create(TestBooks.Full());
        var tags = new List<string>();

        foreach (var view in new[] { "", "/summary", "/compact", "?fields=id", "?fields=id,title" })
            tags.Add((await app.Api.Get(TestBooks.At(created) + view)).ShouldBe(200).ETag);
        tags.Add((await app.Api.Get($"{Api.BooksV2}/{created.Id()}")).ShouldBe(200).ETag);

        // A compact book that has no null in it is the book, byte by byte, but this one was never changed.
        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/summary")]
    [InlineData("/compact")]
    [InlineData("/minimal")]
    public async Task A_tag_changes_with_every_change(string view)
    {
        var created = await app.Api.Create(TestBooks.Full());
        var tags = new List<string>();

        tags.Add((await app.Api.Get(TestBooks.At(created) + view)).ETag);
        await app.Api.Patch(TestBooks.At(created), """{"description":"Changed"}""");
        tags.Add((await app.Api.Get(TestBooks.At(created) + view)).ETag);
        await app.Api.Patch(TestBooks.At(created), """{"description":"Changed"}""");
        tags.Add((await app.Api.Get(TestBooks.At(created) + view)).ETag);
        await app.Api.Put(TestBooks.At(created), TestBooks.Full().With("isbn", created.Text("isbn")));
        tags.Add((await app.Api.Get(TestBooks.At(created) + view)).ETag);

        Assert.Equal(4, tags.Distinct().Count());
    }

    [Theory]
    [InlineData(Api.Books)]
    [InlineData(Api.Books + "/cursor")]
    [InlineData(Api.Books + "/facets")]
    [InlineData(Api.BooksV2)]
    public async Task The_tag_of_a_list_changes_with_what_it_shows(string list)
    {
        var before = (await app.Api.Get(list)).ShouldBe(200).ETag;
        var created = await app.Api.Create();
        var with = (await app.Api.Get(list, ("If-None-Match", before))).ShouldBe(200).ETag;
        (await app.Api.Delete(TestBooks.At(created))).ShouldBe(204);

        Assert.NotEqual(before, with);
        Assert.Equal(before, (await app.Api.Get(list)).ShouldBe(200).ETag);
    }

    [Fact]
    public async Task A_write_answers_with_the_tag_of_what_it_wrote()
    {
        var created = (await app.Api.Post(Api.Books, TestBooks.Full())).ShouldBe(201);
        var address = created.Header("Location")!;
        Assert.Equal((await app.Api.Get(address)).ETag, created.ETag);
        Assert.Equal((await app.Api.Patch(address, """{"title":"New"}""")).ShouldBe(200).ETag, (await app.Api.Get(address)).ETag);
        Assert.Equal((await app.Api.Put(address, TestBooks.Minimal())).ShouldBe(200).ETag, (await app.Api.Get(address)).ETag);

        var second = (await app.Api.Post(Api.BooksV2, TestBooks.Full())).ShouldBe(201);
        Assert.Equal((await app.Api.Get(second.Header("Location")!)).ETag, second.ETag);
    }
}
