using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;
using static LiteBooks.Tests.Support.TestAuthors;

namespace LiteBooks.Tests.Authors;

/// <summary>Entity tags, preconditions and repeats.</summary>
public sealed class AuthorVersionTests(AppFixture app) : IClassFixture<AppFixture>
{
    public static TheoryData<string> Methods => ["PUT", "PATCH", "DELETE"];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task The_tag_of_any_answer_allows_one_change(string method)
    {
        foreach (var view in new[] { "", "?fields=id", "?envelope=true" })
        {
            var id = (await app.Api.CreateAuthor(FullAuthor())).Id();
            var tag = (await app.Api.Get(AuthorAt(id) + view)).ShouldBe(200).ETag;

            (await Send(method, id, tag)).ShouldBe(method == "DELETE" ? 204 : 200);
            if (method != "DELETE")
                (await Send(method, id, tag)).ShouldBeProblem(412, "version_mismatch");
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task An_older_or_foreign_tag_stops_a_change(string method)
    {
        var (created, other) = ((await app.Api.Post(Api.Authors, FullAuthor())).ShouldBe(201), (await app.Api.Post(Api.Authors, FullAuthor())).ShouldBe(201));
        var held = (await app.Api.Patch(AuthorAt(created.Json), """{"bio":"quicker"}""")).ShouldBe(200);

        foreach (var tag in new[] { created.ETag, other.ETag, "W/" + held.ETag, "\"x\"" })
            (await Send(method, created.Json.Id(), tag)).ShouldBeProblem(412, "version_mismatch");

        (await Send(method, created.Json.Id(), "nonsense")).ShouldBeProblem(400, "malformed_header");
        (await Send(method, 999_999, "*")).ShouldBeProblem(404, "not_found");
        Assert.Equal(held.Text, (await app.Api.Get(AuthorAt(created.Json))).ShouldBe(200).Text);
    }

    [Fact]
    public async Task Each_answer_gives_the_tag_for_the_next_change_and_for_the_next_GET()
    {
        var answer = (await app.Api.Post(Api.Authors, FullAuthor())).ShouldBe(201);
        var address = AuthorAt(answer.Json);

        for (var i = 0; i < 3; i++)
        {
            answer = (await app.Api.Patch(address, $$"""{"bio":"{{i}}"}""", ("If-Match", answer.ETag))).ShouldBe(200);
            Assert.Empty((await app.Api.Get(address, ("If-None-Match", answer.ETag))).ShouldBe(304).Body);
        }
        answer = (await app.Api.Put(address, FullAuthor(), ("If-Match", answer.ETag))).ShouldBe(200);

        (await app.Api.Delete(address, ("If-Match", answer.ETag))).ShouldBe(204);
    }

    [Fact]
    public async Task A_change_can_be_bound_to_not_finding_a_version()
    {
        var created = (await app.Api.Post(Api.Authors, FullAuthor())).ShouldBe(201);

        (await app.Api.Patch(AuthorAt(created.Json), """{"bio":"x"}""", ("If-None-Match", created.ETag))).ShouldBeProblem(412, "version_mismatch");
        (await app.Api.Patch(AuthorAt(created.Json), """{"bio":"x"}""", ("If-None-Match", "\"other\""))).ShouldBe(200);
    }

    [Fact]
    public async Task A_repeat_under_its_key_is_given_the_first_answer_and_makes_nothing()
    {
        var (key, author) = (("Idempotency-Key", $"author-{NextName().Replace(' ', '-')}"), FullAuthor());

        var first = (await app.Api.Post(Api.Authors, author, key)).ShouldBe(201);
        (await app.Api.Patch(AuthorAt(first.Json), """{"bio":"since then"}""")).ShouldBe(200);
        var again = (await app.Api.Post(Api.Authors, author, key)).ShouldBe(201);

        Assert.Equal((first.Text, first.ETag, first.Header("Location"), "true"), (again.Text, again.ETag, again.Header("Location"), again.Header("Idempotency-Replayed")));
        (await app.Api.Post(Api.Authors, FullAuthor(), key)).ShouldBeProblem(422, "idempotency_key_reused");
        (await app.Api.Post(Api.Authors, author)).ShouldBeProblem(409, "duplicate_author");
    }

    [Fact]
    public async Task A_key_that_met_a_failure_is_free_again()
    {
        var (key, author) = (("Idempotency-Key", $"author-{NextName().Replace(' ', '-')}"), MinimalAuthor());
        var held = await app.Api.CreateAuthor((JsonObject)author.DeepClone());

        (await app.Api.Post(Api.Authors, author, key)).ShouldBeProblem(409, "duplicate_author");
        (await app.Api.Delete(AuthorAt(held))).ShouldBe(204);

        Assert.Null((await app.Api.Post(Api.Authors, author, key)).ShouldBe(201).Header("Idempotency-Replayed"));
    }

    private Task<Answer> Send(string method, long id, string tag) =>
        app.Api.Send(new HttpMethod(method), AuthorAt(id), method == "DELETE" ? null : Api.Json(FullAuthor().ToJsonString()), ("If-Match", tag));
}

public sealed class RequiredAuthorVersionTests(RequiredAuthorVersionTests.Fixture app) : IClassFixture<RequiredAuthorVersionTests.Fixture>
{
    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task A_change_has_to_name_a_version_where_the_server_wants_it(string method)
    {
        var created = (await app.Api.Post(Api.Authors, FullAuthor())).ShouldBe(201);
        var (verb, path) = (new HttpMethod(method), AuthorAt(created.Json));

        (await app.Api.Send(verb, path, Body())).ShouldBeProblem(428, "precondition_required");
        (await app.Api.Send(verb, path, Body(), ("If-Match", created.ETag))).ShouldBe(method == "DELETE" ? 204 : 200);

        ByteArrayContent? Body() => method == "DELETE" ? null : Api.Json(FullAuthor().ToJsonString());
    }

    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [.. base.Settings, ("Api:RequireIfMatch", "true")];
    }
}
