using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

public sealed class ContentTypeTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("text/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/xml")]
    [InlineData("application/jsonp")]
    [InlineData("application/vnd.api+json")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public async Task A_body_that_does_not_say_it_is_json_in_utf_8_is_refused(string? type)
    {
        var created = await app.Api.Create();
        var before = await app.Api.Count();

        (await Send(HttpMethod.Post, Api.Books, type)).ShouldBeProblem(415, "unsupported_media_type");
        (await Send(HttpMethod.Put, TestBooks.At(created), type)).ShouldBeProblem(415, "unsupported_media_type");
        (await Send(HttpMethod.Patch, TestBooks.At(created), type)).ShouldBeProblem(415, "unsupported_media_type");

        Assert.Equal(before, await app.Api.Count());
        Assert.Equal(created.GetRawText(), (await app.Api.Find(created.Id())).GetRawText());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("application/json; profile=\"x\"")]
    public async Task Json_in_utf_8_may_be_said_in_any_way(string type)
    {
        (await Send(HttpMethod.Post, Api.Books, type)).ShouldBe(201);
    }

    [Fact]
    public async Task A_merge_patch_is_no_creation_and_no_replacement()
    {
        var created = await app.Api.Create();

        (await Send(HttpMethod.Post, Api.Books, "application/merge-patch+json")).ShouldBeProblem(415, "unsupported_media_type");
        (await Send(HttpMethod.Put, TestBooks.At(created), "application/merge-patch+json")).ShouldBeProblem(415, "unsupported_media_type");
        (await Send(HttpMethod.Patch, TestBooks.At(created), "application/merge-patch+json")).ShouldBe(200);
        (await Send(HttpMethod.Patch, TestBooks.At(created), "application/json-patch+json")).ShouldBeProblem(415, "unsupported_media_type");
    }

    [Theory]
    [InlineData(Api.Books)]
    [InlineData(Api.BooksV2)]
    [InlineData("/api/books")]
    public async Task A_patch_of_another_kind_is_told_which_kinds_there_are(string books)
    {
        var created = await app.Api.Create();

        var answer = await Send(HttpMethod.Patch, $"{books}/{created.Id()}", "application/json-patch+json");

        answer.ShouldBeProblem(415, "unsupported_media_type");
        Assert.Equal(["application/json", "application/merge-patch+json"], answer.Header("Accept-Patch")!.Split(", ").Order());
    }

    [Theory]
    [InlineData("POST", Api.Books + "/bulk")]
    [InlineData("POST", Api.Books + "/bulk-delete")]
    [InlineData("POST", Api.BooksV2)]
    [InlineData("PUT", Api.BooksV2 + "/1")]
    [InlineData("PATCH", Api.BooksV2 + "/1")]
    [InlineData("POST", "/api/books")]
    [InlineData("PUT", "/api/books/1")]
    [InlineData("PATCH", "/api/books/1")]
    public async Task Every_route_that_takes_a_body_wants_json(string method, string path)
    {
        foreach (var type in new[] { null, "text/plain", "application/json; charset=utf-16" })
            (await Send(new HttpMethod(method), path, type)).ShouldBeProblem(415, "unsupported_media_type");
        if (method != "PATCH")
            (await Send(new HttpMethod(method), path, "application/merge-patch+json")).ShouldBeProblem(415, "unsupported_media_type");
    }

    private async Task<Answer> Send(HttpMethod method, string path, string? type)
    {
        using var body = Api.Bytes(Encoding.UTF8.GetBytes(TestBooks.Minimal().ToJsonString()), type);
        return await app.Api.Send(method, path, body);
    }
}
