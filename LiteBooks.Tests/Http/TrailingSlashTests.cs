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
    [InlineData("/summary")]
    [InlineData("/compact")]
    [InlineData("/minimal")]
    public async Task A_view_takes_a_trailing_slash(string view)
    {
        var created = await app.Api.Create();

        var slashed = (await app.Api.Get(TestBooks.At(created) + view + "/")).ShouldBe(200);

        Assert.Equal((await app.Api.Get(TestBooks.At(created) + view)).ShouldBe(200).Text, slashed.Text);
    }

    [Theory]
    [InlineData("/api/v1/books/cursor/?limit=1")]
    [InlineData("/api/v1/books/search/?q=book")]
    [InlineData("/api/v1/books/facets/?genre=none")]
    [InlineData("/api/v1/isbn/9780441013593/")]
    [InlineData("/api/v2/books/?per_page=1")]
    [InlineData("/api/books/?per_page=1")]
    public async Task A_list_takes_a_trailing_slash(string path)
    {
        await app.Api.Create();

        var slashed = (await app.Api.Get(path)).ShouldBe(200);

        Assert.Equal((await app.Api.Get(path.Replace("/?", "?", StringComparison.Ordinal).TrimEnd('/'))).ShouldBe(200).Text, slashed.Text);
    }

    [Fact]
    public async Task The_bulk_routes_take_a_trailing_slash()
    {
        var created = (await app.Api.Post(Api.Books + "/bulk/", $"[{TestBooks.Minimal().ToJsonString()}]")).ShouldBe(201).Json.GetProperty("created")[0];
        (await app.Api.Post(Api.Books + "/bulk-delete/", $$"""{"ids":[{{created.Id()}}]}""")).ShouldBe(200);
        (await app.Api.Get(TestBooks.At(created))).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task Version_2_takes_a_trailing_slash_by_every_method()
    {
        var created = (await app.Api.Post(Api.BooksV2 + "/", TestBooks.Minimal())).ShouldBe(201).Json.GetProperty("data");
        var address = $"{Api.BooksV2}/{created.Id()}/";

        (await app.Api.Get(address)).ShouldBe(200);
        (await app.Api.Put(address, TestBooks.Full())).ShouldBe(200);
        (await app.Api.Patch(address, """{"title":"Slashed"}""")).ShouldBe(200);
        (await app.Api.Delete(address)).ShouldBe(204);
    }

    [Theory]
    [InlineData("/problems/not-found/")]
    [InlineData("/")]
    public async Task Pages_take_a_trailing_slash_too(string path)
    {
        (await app.Api.Get(path)).ShouldBe(200);
    }
}
