using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http.Traffic;

/// <summary>Behind a listed proxy, so that there can be several clients. Each test is a client of its own.</summary>
public sealed class RateLimitTests(RateLimitTests.Fixture app) : IClassFixture<RateLimitTests.Fixture>
{
    private const int Most = 3;

    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("RateLimit:PerMinute", $"{Most}"), ("Http:Proxies", "127.0.0.1"), ("Catalog:Sample", "false")];
    }

    [Fact]
    public async Task A_client_is_told_how_many_requests_are_left_until_there_are_none()
    {
        for (var left = Most - 1; left >= 0; left--)
            Assert.Equal(left, Left((await Get("192.0.2.1")).ShouldBe(200)));

        var refused = await Get("192.0.2.1");

        var problem = refused.ShouldBeProblem(429, "rate_limited");
        Assert.Equal(0, Left(refused));
        Assert.InRange(int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(refused.Header("Retry-After"), $"{problem.Json.GetProperty("retry_after")}");
    }

    [Fact]
    public async Task Every_kind_of_answer_counts_and_says_the_policy()
    {
        Answer[] answers = [await Get("192.0.2.2", "/none"), await Get("192.0.2.2", Api.Books + "/abc"), await Get("192.0.2.2", "/docs")];

        Assert.Equal([2, 1, 0], answers.Select(Left));
        Assert.All(answers, answer => Assert.Equal($"\"default\";q={Most};w=60", answer.Header("RateLimit-Policy")));
        (await Get("192.0.2.2", "/none")).ShouldBeProblem(429, "rate_limited");
    }

    [Fact]
    public async Task A_refused_write_changes_nothing()
    {
        for (var i = 0; i < Most; i++)
            (await Get("192.0.2.3")).ShouldBe(200);

        (await app.Api.Post(Api.Books, TestBooks.Minimal().With("title", "Too many"), ("X-Forwarded-For", "192.0.2.3"))).ShouldBeProblem(429, "rate_limited");

        Assert.Empty((await app.Api.List("search=too+many")).Ids());
    }

    [Fact]
    public async Task One_client_does_not_use_up_what_another_has()
    {
        for (var i = 0; i <= Most; i++)
            await Get("192.0.2.4");

        (await Get("192.0.2.4")).ShouldBe(429);
        Assert.Equal(Most - 1, Left((await Get("192.0.2.5")).ShouldBe(200)));
    }

    [Fact]
    public async Task All_addresses_of_an_IPv6_network_are_one_client()
    {
        Assert.Equal(2, Left(await Get("2001:db8:0:1::1")));
        Assert.Equal(1, Left(await Get("2001:db8:0:1:ffff::2")));
        Assert.Equal(2, Left(await Get("2001:db8:0:2::1")));
    }

    [Fact]
    public async Task Only_the_last_word_of_the_proxy_counts()
    {
        for (var i = 0; i < Most; i++)
            (await Get($"198.51.100.{i}, 192.0.2.6")).ShouldBe(200);

        (await Get("198.51.100.99, 192.0.2.6")).ShouldBe(429);
    }

    [Fact]
    public async Task This_machine_itself_is_not_counted()
    {
        for (var i = 0; i < 2 * Most; i++)
            Assert.Null((await app.Api.Get(Api.Books)).ShouldBe(200).Header("RateLimit"));
    }

    private Task<Answer> Get(string client, string path = Api.Books) => app.Api.Get(path, ("X-Forwarded-For", client));

    internal static int Left(Answer answer)
    {
        var match = System.Text.RegularExpressions.Regex.Match(answer.Header("RateLimit")!, "^\"default\";r=(?<left>[0-9]+);t=(?<seconds>[0-9]+)$");
        Assert.True(match.Success);
        Assert.InRange(int.Parse(match.Groups["seconds"].Value, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        return int.Parse(match.Groups["left"].Value, System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>Without a listed proxy.</summary>
public sealed class UnlistedProxyTests(UnlistedProxyTests.Fixture app) : IClassFixture<UnlistedProxyTests.Fixture>
{
    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("RateLimit:PerMinute", "2"), ("RateLimit:Loopback", "true"), ("Http:Proxies", "10.0.0.0/8"), ("Catalog:Sample", "false")];
    }

    [Fact]
    public async Task A_client_cannot_be_another_by_saying_so()
    {
        Assert.Equal(1, RateLimitTests.Left(await app.Api.Get(Api.Books)));
        var second = await app.Api.Get(Api.Books, ("X-Forwarded-For", "192.0.2.1"), ("X-Forwarded-Proto", "https"));
        Assert.Equal(0, RateLimitTests.Left(second));
        Assert.Null(second.Header("Strict-Transport-Security"));
        (await app.Api.Get(Api.Books, ("X-Forwarded-For", "192.0.2.2"))).ShouldBeProblem(429, "rate_limited");
    }
}
