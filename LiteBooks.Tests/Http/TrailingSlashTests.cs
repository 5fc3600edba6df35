using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

/// <summary>A trailing slash is the same resource, for every method, without a redirect.</summary>
public sealed class TrailingSlashTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Every_method_takes_a_trailing_slash()
    {
        var created = (await app.Api.Post(Api.Books + "/", TestBooks.Minimal())).ShouldBe(201).Json;
        var address = TestBooks.At(created) + "/";

        Assert.Equal(created.GetRawText(), (await app.Api.Get(address)).ShouldBe(200).Text);
        (await app.Api.Put(address, TestBooks.Full())).ShouldBe(200);
        (await app.Api.Patch(address, """{"title":"Slashed"}""")).ShouldBe(200);
        Assert.Equal("Slashed", (await app.Api.Get(address)).ShouldBe(200).Json.Text("title"));
        (await app.Api.Send(HttpMethod.Head, address)).ShouldBe(200);
        (await app.Api.Send(HttpMethod.Options, address)).ShouldBe(204);
        (await app.Api.Delete(address)).ShouldBe(204);
        (await app.Api.Get(address)).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task The_query_survives_a_trailing_slash()
    {
        await app.Api.Create(TestBooks.Minimal().With("title", "Slashed query"));

        var answer = (await app.Api.Get(Api.Books + "/?search=slashed%20query&per_page=7")).ShouldBe(200).Json;

        Assert.Equal(["Slashed query"], answer.Titles());
        Assert.Equal(7, answer.GetProperty("per_page").GetInt32());
    }

    [Fact]
    public async Task The_location_of_a_creation_has_no_trailing_slash()
    {
        var answer = (await app.Api.Post(Api.Books + "/", TestBooks.Minimal())).ShouldBe(201);

        Assert.Equal(TestBooks.At(answer.Json), answer.Header("Location"));
    }

    [Theory]
    [InlineData("/problems/not-found/")]
    [InlineData("/")]
    public async Task Pages_take_a_trailing_slash_too(string path)
    {
        (await app.Api.Get(path)).ShouldBe(200);
    }
}
