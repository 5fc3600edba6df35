using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>If-Match (RFC 9110, section 13.1.1): a change is done to the version that the client knows, or not at all.</summary>
public sealed class ConditionalWriteTests(AppFixture app) : IClassFixture<AppFixture>
{
    public static TheoryData<string> Methods => ["PUT", "PATCH", "DELETE"];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task The_tag_of_any_view_allows_a_change(string method)
    {
        foreach (var books in new[] { Api.Books, Api.BooksV2, "/api/books" })
        {
            foreach (var view in new[] { "v1/books/{0}", "v1/books/{0}/summary", "v1/books/{0}/compact", "v1/books/{0}/minimal", "v1/books/{0}?fields=id", "v1/books/{0}?envelope=true", "v2/books/{0}", "books/{0}" })
            {
                var id = (await app.Api.Create(TestBooks.Full())).Id();
                var tag = (await app.Api.Get("/api/" + string.Format(System.Globalization.CultureInfo.InvariantCulture, view, id))).ShouldBe(200).ETag;
                (await Send(method, $"{books}/{id}", ("If-Match", tag))).ShouldBe(method == "DELETE" ? 204 : 200);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_tag_among_others_and_a_star_allow_a_change(string method)
    {
        foreach (var several in new[] { "\"other\", {0}", "{0}, \"other\"", "\"9-0\",{0}", "*" })
        {
            var created = (await app.Api.Post(Api.Books, TestBooks.Full())).ShouldBe(201);
            (await Send(method, TestBooks.At(created.Json), ("If-Match", several.Replace("{0}", created.ETag, StringComparison.Ordinal)))).ShouldBe(method == "DELETE" ? 204 : 200);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task The_tag_of_an_older_version_stops_a_change(string method)
    {
        var created = (await app.Api.Post(Api.Books, TestBooks.Full())).ShouldBe(201);
        (await app.Api.Patch(TestBooks.At(created.Json), """{"genre":"quicker"}""")).ShouldBe(200);

        await ShouldStop(method, created.Json, created.ETag);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_tag_that_this_book_never_had_stops_a_change(string method)
    {
        var created = (await app.Api.Post(Api.Books, TestBooks.Full())).ShouldBe(201);
        var other = (await app.Api.Post(Api.Books, TestBooks.Full())).ShouldBe(201);
        var list = (await app.Api.Get(Api.Books)).ShouldBe(200);

        foreach (var tag in new[] { "\"other\"", "\"\"", "\"2-0123456789abcdef\"", "\"-1\"", "\"99999999999999999999-0\"", "W/" + created.ETag, list.ETag })
            await ShouldStop(method, created.Json, tag);
        await ShouldStop(method, created.Json, other.ETag);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task What_is_no_list_of_tags_is_a_bad_request(string method)
    {
        var created = (await app.Api.Post(Api.Books, TestBooks.Full())).ShouldBe(201);

        foreach (var header in new[] { "nonsense", created.ETag.Trim('"'), "\"open", "" })
            (await Send(method, TestBooks.At(created.Json), ("If-Match", header))).ShouldBeProblem(400, "malformed_header");
        Assert.Equal(created.Text, (await app.Api.Get(TestBooks.At(created.Json))).ShouldBe(200).Text);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_book_that_is_not_there_is_not_found_whatever_the_tag(string method)
    {
        foreach (var tag in new[] { "\"1-0\"", "*", "\"other\"" })
            (await Send(method, TestBooks.At(999_999), ("If-Match", tag))).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task Each_answer_gives_the_tag_for_the_next_change()
    {
        var answer = (await app.Api.Post(Api.Books, TestBooks.Full())).ShouldBe(201);
        var address = TestBooks.At(answer.Json);

        for (var i = 0; i < 3; i++)
            answer = (await app.Api.Patch(address, $$"""{"title":"{{i}}"}""", ("If-Match", answer.ETag))).ShouldBe(200);
        answer = (await app.Api.Put(address, TestBooks.Full(), ("If-Match", answer.ETag))).ShouldBe(200);

        (await app.Api.Delete(address, ("If-Match", answer.ETag))).ShouldBe(204);
    }

    private async Task ShouldStop(string method, JsonElement book, string tag)
    {
        var before = (await app.Api.Get(TestBooks.At(book))).ShouldBe(200);

        foreach (var address in new[] { TestBooks.At(book), $"{Api.BooksV2}/{book.Id()}" })
            (await Send(method, address, ("If-Match", tag))).ShouldBeProblem(412, "version_mismatch");

        Assert.Equal((before.ETag, before.Text), ((await app.Api.Get(TestBooks.At(book))).ETag, (await app.Api.Get(TestBooks.At(book))).Text));
    }

    private Task<Answer> Send(string method, string path, (string Name, string Value) header) => method switch
    {
        "PUT" => app.Api.Put(path, TestBooks.Minimal(), header),
        "PATCH" => app.Api.Patch(path, """{"title":"Changed"}""", header),
        _ => app.Api.Delete(path, header),
    };
}

/// <summary>With the setting Api:RequireIfMatch.</summary>
public sealed class RequireIfMatchTests(RequireIfMatchTests.Fixture app) : IClassFixture<RequireIfMatchTests.Fixture>
{
    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Api:RequireIfMatch", "true"), .. base.Settings];
    }

    [Theory]
    [InlineData(Api.Books)]
    [InlineData(Api.BooksV2)]
    [InlineData("/api/books")]
    public async Task A_change_has_to_say_which_version_it_changes(string books)
    {
        var created = (await app.Api.Post(Api.Books, TestBooks.Full())).ShouldBe(201);
        var address = $"{books}/{created.Json.Id()}";

        (await app.Api.Put(address, TestBooks.Minimal())).ShouldBeProblem(428, "precondition_required");
        (await app.Api.Patch(address, """{"title":"Changed"}""")).ShouldBeProblem(428, "precondition_required");
        (await app.Api.Delete(address)).ShouldBeProblem(428, "precondition_required");

        Assert.Equal(created.Text, (await app.Api.Get(TestBooks.At(created.Json))).ShouldBe(200).Text);
        var changed = (await app.Api.Patch(address, """{"title":"Changed"}""", ("If-Match", created.ETag))).ShouldBe(200);
        (await app.Api.Put(address, TestBooks.Minimal(), ("If-Match", changed.ETag))).ShouldBe(200);
        (await app.Api.Delete(address, ("If-Match", "*"))).ShouldBe(204);
    }
}
