using System.Text.Json;
using LiteBooks.Tests.Support;
using static LiteBooks.Tests.Support.TestAuthors;

namespace LiteBooks.Tests.Authors;

public sealed class AuthorAccessTests(Team app) : IClassFixture<Team>
{
    private static readonly string[] Public = ["id", "name", "bio", "nationality", "book_count", "created_at", "updated_at"];
    private static readonly string[] WithContact = ["id", "name", "bio", "nationality", "contact", "book_count", "created_at", "updated_at"];

    [Fact]
    public async Task A_contact_is_shown_to_editors_and_admins_alone()
    {
        var created = await Create();

        foreach (var caller in new[] { app.Editor, app.Admin })
            Assert.Equal(WithContact, (await app.Api.Get(AuthorAt(created), caller)).ShouldBe(200).Json.Names());
        foreach (var answer in new[] { await app.Api.Get(AuthorAt(created), app.Viewer), await app.Api.Get(AuthorAt(created)) })
        {
            Assert.Equal(Public, answer.ShouldBe(200).Json.Names());
            Assert.DoesNotContain("5035550123", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Willamette", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_way_of_asking_shows_a_contact_to_others()
    {
        var created = await Create();

        (await app.Api.Get(AuthorAt(created) + "?fields=contact")).ShouldBeInvalid(("fields", "unknown_field"));
        (await app.Api.Get(AuthorAt(created) + "?fields=contact", app.Viewer)).ShouldBeInvalid(("fields", "unknown_field"));
        Assert.Equal(["contact"], (await app.Api.Get(AuthorAt(created) + "?fields=contact", app.Editor)).ShouldBe(200).Json.Names());
        foreach (var path in new[] { AuthorAt(created) + "?envelope=true", Api.Authors + "?per_page=100", Api.Authors + "?search=author&envelope=true" })
            Assert.DoesNotContain("5035550123", (await app.Api.Get(path, app.Viewer)).ShouldBe(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_differs_by_caller_says_so_and_has_a_tag_of_its_own()
    {
        var created = await Create();

        var (shown, hidden) = ((await app.Api.Get(AuthorAt(created), app.Editor)).ShouldBe(200), (await app.Api.Get(AuthorAt(created))).ShouldBe(200));

        Assert.Equal(("Authorization", "Authorization"), (shown.Header("Vary"), hidden.Header("Vary")));
        Assert.NotEqual(shown.ETag, hidden.ETag);
        // Who has not seen the contact cannot replace it unknowingly.
        (await app.Api.Put(AuthorAt(created), hidden.Text, app.Editor, ("If-Match", hidden.ETag))).ShouldBeProblem(412, "version_mismatch");
        (await app.Api.Get(AuthorAt(created), app.Editor, ("If-None-Match", hidden.ETag))).ShouldBe(200);
        Assert.Equal("Authorization", (await app.Api.Get(AuthorAt(created), app.Editor, ("If-None-Match", shown.ETag))).ShouldBe(304).Header("Vary"));
    }

    [Fact]
    public async Task Writing_needs_an_editor()
    {
        var created = await Create();
        (HttpMethod Method, string Path, string? Body)[] writes =
        [
            (HttpMethod.Post, Api.Authors, MinimalAuthor().ToJsonString()),
            (HttpMethod.Put, AuthorAt(created), MinimalAuthor().ToJsonString()),
            (HttpMethod.Patch, AuthorAt(created), """{"bio":"x"}"""),
            (HttpMethod.Delete, AuthorAt(created), null),
        ];

        foreach (var (method, path, body) in writes)
        {
            (await Send(method, path, body)).ShouldBeProblem(401, "unauthenticated");
            (await Send(method, path, body, Team.Bearer("nonsense"))).ShouldBeProblem(401, "invalid_token");
            (await Send(method, path, body, app.Viewer)).ShouldBeProblem(403, "forbidden");
        }
        foreach (var (method, path, body) in writes)
            Assert.InRange((await Send(method, path, body, app.Editor)).Status, 200, 204);
    }

    [Fact]
    public async Task Reading_needs_no_token()
    {
        var created = await Create();

        foreach (var path in new[] { Api.Authors, AuthorAt(created), AuthorAt(created) + "/books" })
        {
            (await app.Api.Get(path)).ShouldBe(200);
            (await app.Api.Get(path, Team.Bearer("nonsense"))).ShouldBeProblem(401, "invalid_token");
        }
    }

    [Fact]
    public async Task A_repeat_is_given_to_the_same_caller_alone()
    {
        var (author, key) = (FullAuthor(), ("Idempotency-Key", "shared-key"));

        (await app.Api.Post(Api.Authors, author, app.Editor, key)).ShouldBe(201);

        (await app.Api.Post(Api.Authors, author, app.Admin, key)).ShouldBeProblem(409, "duplicate_author");
        (await app.Api.Post(Api.Authors, author, app.Viewer, key)).ShouldBeProblem(403, "forbidden");
        Assert.Equal("true", (await app.Api.Post(Api.Authors, author, app.Editor, key)).ShouldBe(201).Header("Idempotency-Replayed"));
    }

    private async Task<JsonElement> Create() => (await app.Api.Post(Api.Authors, FullAuthor(), app.Editor)).ShouldBe(201).Json;

    private Task<Answer> Send(HttpMethod method, string path, string? body, params (string, string)[] headers) =>
        app.Api.Send(method, path, body is null ? null : Api.Json(body), headers);
}
