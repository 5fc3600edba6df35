using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http.Traffic;

/// <summary>Pages of the listed origins may call the API, those of no other.</summary>
public sealed class CrossOriginTests(CrossOriginTests.Fixture app) : IClassFixture<CrossOriginTests.Fixture>
{
    private const string Shop = "https://shop.example.org";
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Http:CorsOrigins", $"{Shop};http://localhost:3000"), .. base.Settings];
    }

    [Fact]
    public async Task A_page_of_a_listed_origin_may_read_answers_and_their_headers()
    {
        Answer[] answers =
        [
            (await app.Api.Get(Api.Books, ("Origin", Shop))).ShouldBe(200),
            (await app.Api.Get(Api.Books + "/999", ("Origin", Shop))).ShouldBe(404),
            (await app.Api.Post(Api.Books, "{}", ("Origin", Shop))).ShouldBe(422),
        ];

        foreach (var answer in answers)
        {
            Assert.Equal(Shop, answer.Header(AllowOrigin));
            Assert.Contains("ETag", answer.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
            Assert.Contains("Origin", answer.Header("Vary"), StringComparison.Ordinal);
            Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
        }
    }

    [Fact]
    public async Task A_browser_is_told_beforehand_what_it_may_send()
    {
        var answer = (await Preflight(Shop)).ShouldBe(204);

        Assert.Equal(Shop, answer.Header(AllowOrigin));
        Assert.Contains("PATCH", answer.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Contains("if-match", answer.Header("Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://shop.example.org")]
    [InlineData("https://shop.example.org:8443")]
    [InlineData("https://shop.example.org.evil.example")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_is_told_nothing(string origin)
    {
        var answer = await app.Api.Get(Api.Books, ("Origin", origin));
        Assert.Null(answer.Header(AllowOrigin));
        Assert.Equal("Origin", answer.Header("Vary"));
        Assert.Null((await Preflight(origin)).Header(AllowOrigin));
    }

    private Task<Answer> Preflight(string origin) => app.Api.Send(
        HttpMethod.Options, Api.Books + "/1", null, ("Origin", origin), ("Access-Control-Request-Method", "PATCH"), ("Access-Control-Request-Headers", "content-type,if-match"));
}

public sealed class ClosedToOtherOriginsTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Without_the_setting_no_page_of_another_site_may_read_anything()
    {
        var answer = (await app.Api.Get(Api.Books, ("Origin", "http://localhost:3000"))).ShouldBe(200);

        Assert.DoesNotContain(answer.Headers.Keys, name => name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }
}
