using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>RFC 9110, section 13.1.2: a method is not performed where If-None-Match names what is there.</summary>
public sealed class IfNoneMatchWriteTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task What_is_there_stops_a_change_that_wants_nothing_there(string method)
    {
        var created = (await app.Api.Post(Api.Books, TestBooks.Full())).ShouldBe(201);

        foreach (var tag in new[] { "*", created.ETag })
            (await Send(method, created, tag)).ShouldBeProblem(412, "version_mismatch");
        Assert.Equal(created.Text, (await app.Api.Get(TestBooks.At(created.Json))).ShouldBe(200).Text);
    }

    [Theory]
    [InlineData("PUT", 200)]
    [InlineData("PATCH", 200)]
    [InlineData("DELETE", 204)]
    public async Task Another_tag_does_not(string method, int status)
    {
        var created = (await app.Api.Post(Api.Books, TestBooks.Full())).ShouldBe(201);

        (await Send(method, created, "\"other\"")).ShouldBe(status);
    }

    private Task<Answer> Send(string method, Answer created, string tag)
    {
        var body = method switch
        {
            "PUT" => Api.Json(created.Text),
            "PATCH" => Api.Json("""{"price": 3}"""),
            _ => null,
        };
        return app.Api.Send(new HttpMethod(method), TestBooks.At(created.Json), body, ("If-None-Match", tag));
    }
}
