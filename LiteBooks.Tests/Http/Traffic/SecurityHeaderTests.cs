using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http.Traffic;

public sealed class SecurityHeaderTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Every_kind_of_answer_tells_browsers_to_be_careful()
    {
        foreach (var answer in await Everything())
        {
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
            Assert.Equal("DENY", answer.Header("X-Frame-Options"));
            Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
            Assert.StartsWith("default-src 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Null(answer.Header("Strict-Transport-Security"));
            Assert.Null(answer.Header("Server"));
        }
    }

    [Fact]
    public async Task Every_kind_of_answer_says_how_long_it_took()
    {
        foreach (var answer in await Everything())
        {
            var seconds = double.Parse(answer.Header("X-Process-Time")!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(seconds, 0.000001, 30);
            Assert.Matches(@"^app;dur=[0-9]+(\.[0-9]{1,3})?$", answer.Header("Server-Timing"));
        }
    }

    private async Task<Answer[]> Everything()
    {
        var created = (await app.Api.Post(Api.Books, TestBooks.Minimal())).ShouldBe(201);
        return
        [
            created,
            await app.Api.Get(TestBooks.At(created.Json)),
            await app.Api.Get(TestBooks.At(created.Json), ("If-None-Match", created.ETag)),
            await app.Api.Get("/"),
            await app.Api.Get("/docs"),
            await app.Api.Get("/none"),
            await app.Api.Send(HttpMethod.Head, Api.Books),
            await app.Api.Send(HttpMethod.Options, Api.Books),
            await app.Api.Send(HttpMethod.Put, Api.Books),
            await app.Api.Post(Api.Books, "{"),
            await app.Api.Post(Api.Books, "{}"),
            await app.Api.Get(Api.Books, ("Host", "evil.example")),
            await app.Api.Get(Api.Books, ("Authorization", "Bearer none")),
        ];
    }
}
