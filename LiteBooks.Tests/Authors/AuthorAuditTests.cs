using System.Text.Json;
using LiteBooks.Tests.Support;
using static LiteBooks.Tests.Support.TestAuthors;

namespace LiteBooks.Tests.Authors;

/// <summary>Every change of an author leaves one row that says who made it and what it was.</summary>
public sealed class AuthorAuditTests(Team app) : IClassFixture<Team>
{
    [Fact]
    public async Task A_creation_a_change_a_replacement_and_a_deletion_are_recorded_with_before_and_after()
    {
        var author = FullAuthor();
        var created = (await app.Api.Post(Api.Authors, author, app.Editor, ("X-Request-ID", "first-one"))).ShouldBe(201).Json;
        (await app.Api.Patch(AuthorAt(created), """{"contact":{"phone":"2125550123"}}""", app.Editor)).ShouldBe(200);
        (await app.Api.Put(AuthorAt(created), """{"name":"Renamed in the audit"}""", app.Admin)).ShouldBe(200);
        (await app.Api.Delete(AuthorAt(created), app.Admin)).ShouldBe(204);

        var rows = Rows(created.Id());

        Assert.Equal(["create", "update", "update", "delete"], rows.Select(row => row.Action));
        Assert.Equal("editor", rows[0].Username);
        Assert.Equal("admin", rows[3].Username);
        Assert.Equal("first-one", rows[0].RequestId);
        Assert.Null(rows[0].Before);
        Assert.Equal("+15035550123", rows[0].After!.Value.At("contact.phone").GetString());
        Assert.Equal(("+15035550123", "2125550123"), (rows[1].Before!.Value.At("contact.phone").GetString(), rows[1].After!.Value.At("contact.phone").GetString()));
        Assert.Equal("Portland", rows[1].After!.Value.At("contact.address.city").GetString());
        Assert.Equal("null", rows[2].After!.Value.GetProperty("contact").GetRawText());
        Assert.Equal("Renamed in the audit", rows[3].Before!.Value.Text("name"));
        Assert.Null(rows[3].After);
    }

    [Fact]
    public async Task What_was_refused_is_not_recorded()
    {
        var created = (await app.Api.Post(Api.Authors, FullAuthor(), app.Editor)).ShouldBe(201).Json;
        (await app.Api.Post(Api.Books, TestBooks.Minimal().With("author_name", created.Text("name")), app.Editor)).ShouldBe(201);

        (await app.Api.Patch(AuthorAt(created), """{"name":""}""", app.Editor)).ShouldBeInvalid(("name", "too_short"));
        (await app.Api.Patch(AuthorAt(created), """{"bio":"x"}""", app.Editor, ("If-Match", "\"x\""))).ShouldBeProblem(412, "version_mismatch");
        (await app.Api.Patch(AuthorAt(created), """{"bio":"x"}""", app.Viewer)).ShouldBeProblem(403, "forbidden");
        (await app.Api.Delete(AuthorAt(created), app.Editor)).ShouldBeProblem(409, "author_has_books");

        Assert.Equal("create", Assert.Single(Rows(created.Id())).Action);
    }

    [Fact]
    public async Task A_change_that_cannot_be_recorded_is_not_made()
    {
        var created = (await app.Api.Post(Api.Authors, FullAuthor(), app.Editor)).ShouldBe(201).Json;
        using var database = TestDatabase.Connect(app.DatabasePath);
        database.Run("CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END");

        var answer = await app.Api.Patch(AuthorAt(created), """{"bio":"unseen"}""", app.Editor);
        database.Run("DROP TRIGGER no_audit");

        answer.ShouldBeProblem(500, "internal_error");
        Assert.Equal(created.GetRawText(), (await app.Api.Get(AuthorAt(created), app.Editor)).ShouldBe(200).Text);
    }

    private List<Row> Rows(long id)
    {
        using var database = TestDatabase.Connect(app.DatabasePath);
        return [.. database.Rows("SELECT json_array(action, username, request_id, json(before), json(after)) FROM audit WHERE resource = 'authors' AND resource_id = @p0 ORDER BY id", id).Select(Row.Parse)];
    }

    private sealed record Row(string Action, string Username, string? RequestId, JsonElement? Before, JsonElement? After)
    {
        public static Row Parse(string json)
        {
            using var document = JsonDocument.Parse(json);
            var columns = document.RootElement.Clone();
            return new(columns[0].GetString()!, columns[1].GetString()!, columns[2].GetString(), State(columns[3]), State(columns[4]));
        }

        private static JsonElement? State(JsonElement column) => column.ValueKind == JsonValueKind.Null ? null : column;
    }
}
