using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

public sealed class RequestIdTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Header = "X-Request-ID";

    [Theory]
    [InlineData("a")]
    [InlineData("0123456789.ABCxyz_-")]
    [InlineData("6b1f3c52-8a5d-4c9e-9e55-3a1df7b6c001")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_harmless_id_of_the_client_is_used(string id)
    {
        foreach (var path in new[] { Api.Books, "/none", Api.Books + "/abc", "/" })
            Assert.Equal(id, (await app.Api.Get(path, (Header, id))).Header(Header));
        (await app.Api.Get(Api.Books + "/999999", (Header, id))).ShouldBeProblem(404, "not_found");
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a/b")]
    [InlineData("a,b")]
    [InlineData("<script>")]
    [InlineData("{id}")]
    [InlineData("a%20b")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Any_other_id_is_replaced_by_a_new_one(string id)
    {
        var answer = await app.Api.Get(Api.Books, (Header, id));

        Assert.NotEqual(id, answer.Header(Header));
        Assert.Matches("^[A-Za-z0-9._-]{1,64}$", answer.Header(Header));
    }

    [Fact]
    public async Task Two_ids_at_once_are_none()
    {
        var answer = await app.Api.Get(Api.Books, (Header, "one"), (Header, "two"));

        Assert.NotEqual("one", answer.Header(Header));
        Assert.NotEqual("two", answer.Header(Header));
        Assert.Matches("^[A-Za-z0-9._-]{1,64}$", answer.Header(Header));
    }

    [Fact]
    public async Task Every_request_without_an_id_gets_one_of_its_own()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.Api.Get("/")));

        Assert.Equal(50, answers.Select(answer => answer.Header(Header)).Distinct().Count());
    }

    [Fact]
    public async Task Every_kind_of_answer_has_an_id()
    {
        var created = (await app.Api.Post(Api.Books, TestBooks.Minimal())).ShouldBe(201);
        Answer[] answers =
        [
            created,
            await app.Api.Send(HttpMethod.Head, Api.Books),
            await app.Api.Send(HttpMethod.Options, Api.Books),
            await app.Api.Send(HttpMethod.Put, Api.Books),
            await app.Api.Post(Api.Books, "{"),
            await app.Api.Get("/problems/not-found"),
            await app.Api.Delete(TestBooks.At(created.Json)),
        ];

        Assert.All(answers, answer => Assert.Matches("^[A-Za-z0-9._-]{1,64}$", answer.Header(Header)));
    }
}
