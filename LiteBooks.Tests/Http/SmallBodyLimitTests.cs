using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

/// <summary>The limit of a body is a setting.</summary>
public sealed class SmallBodyLimitTests(SmallBodyLimitTests.Fixture app) : IClassFixture<SmallBodyLimitTests.Fixture>
{
    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Api:MaxBodyBytes", "2000"), .. base.Settings];
    }

    [Fact]
    public async Task A_body_may_be_as_long_as_the_setting_says_and_no_longer()
    {
        (await app.Api.Post(Api.Books, TestBooks.Minimal().ToJsonString().PadRight(2000))).ShouldBe(201);
        (await app.Api.Post(Api.Books, TestBooks.Minimal().ToJsonString().PadRight(2001))).ShouldBeProblem(413, "body_too_large");
    }
}
