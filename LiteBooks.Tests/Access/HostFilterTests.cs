using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Access;

/// <summary>A page of another site cannot reach the server under a name of its own.</summary>
public sealed class HostFilterTests(HostFilterTests.Fixture app) : IClassFixture<HostFilterTests.Fixture>
{
    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Http:AllowedHosts", "books.example.org; *.shop.example"), .. base.Settings];
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:8000")]
    [InlineData("books.localhost:1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.2:99")]
    [InlineData("[::1]:8000")]
    [InlineData("books.example.org")]
    [InlineData("Books.Example.Org:443")]
    [InlineData("till.shop.example")]
    public async Task Its_own_names_and_those_of_the_setting_are_answered(string host) => (await app.Api.Get(Api.Books, ("Host", host))).ShouldBe(200);

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("evil-localhost")]
    [InlineData("shop.example")]
    [InlineData("books.example.org.evil.example")]
    [InlineData("203.0.113.9")]
    [InlineData("[2001:db8::1]:8000")]
    [InlineData("0")]
    public async Task A_foreign_name_is_refused_before_all_else(string host)
    {
        (await app.Api.Get(Api.Books, ("Host", host))).ShouldBeProblem(400, "foreign_host");
        (await app.Api.Post(Api.Books, TestBooks.Minimal(), ("Host", host))).ShouldBeProblem(400, "foreign_host");
        (await app.Api.Send(HttpMethod.Options, Api.Books, null, ("Host", host))).ShouldBeProblem(400, "foreign_host");
        Assert.Equal(0, await app.Api.Count());
    }

    [Fact]
    public async Task What_a_proxy_says_of_the_host_counts_for_nothing() =>
        (await app.Api.Get(Api.Books, ("Host", "evil.example"), ("X-Forwarded-Host", "localhost"))).ShouldBeProblem(400, "foreign_host");
}
