using System.Globalization;
using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Audit;

/// <summary>Who did what to which resource when, before and after.</summary>
public sealed class AuditTests(Team team) : IClassFixture<Team>
{
    private const string Path = "/api/v1/admin/audit";

    [Fact]
    public async Task Every_write_of_a_book_is_recorded_with_both_states()
    {
        var book = (await team.Api.Post(Api.Books, TestBooks.Full().With("author_name", "First of the Trail"), ("X-Request-ID", "trail-1"), team.Editor)).ShouldBe(201).Json;
        (await team.Api.Patch(TestBooks.At(book), """{"price":2.5}""", team.Editor)).ShouldBe(200);
        (await team.Api.Delete(TestBooks.At(book), team.Admin)).ShouldBe(204);

        var entries = await Entries($"resource=books&resource_id={book.Id()}");

        Assert.Equal(["delete", "update", "create"], entries.Select(entry => entry.Text("action")));
        Assert.Equal(["admin", "editor", "editor"], entries.Select(entry => entry.Text("user")));
        Assert.Equal([team.IdOf("admin"), team.IdOf("editor"), team.IdOf("editor")], entries.Select(entry => entry.GetProperty("user_id").GetInt64()));
        Assert.Equal("trail-1", entries[2].Text("request_id"));
        Assert.Equal(JsonValueKind.Null, entries[2].GetProperty("before").ValueKind);
        Assert.Equal(JsonValueKind.Null, entries[0].GetProperty("after").ValueKind);
        Assert.Equal((18.99m, 2.5m), (Price(entries[1], "before"), Price(entries[1], "after")));
        Assert.Equal(entries[2].GetProperty("after").GetRawText(), entries[1].GetProperty("before").GetRawText());
        Assert.Equal(entries[1].GetProperty("after").GetRawText(), entries[0].GetProperty("before").GetRawText());
        Assert.Equal(book.Text("created_at"), entries[2].GetProperty("after").Text("created_at"));
    }

    [Fact]
    public async Task An_author_who_is_added_with_a_book_is_recorded_too()
    {
        (await team.Api.Post(Api.Books, TestBooks.Minimal().With("author_name", "Second of the Trail"), ("X-Request-ID", "trail-2"), team.Editor)).ShouldBe(201);

        var entry = (await Entries("resource=authors&limit=100")).Single(entry => entry.Text("request_id") == "trail-2");

        Assert.Equal("Second of the Trail", entry.GetProperty("after").Text("name"));
    }

    [Fact]
    public async Task Bulk_writes_are_recorded_one_by_one_and_what_was_undone_is_not()
    {
        var (one, two) = (TestBooks.Minimal(), TestBooks.Minimal());
        var body = $"[{one.ToJsonString()},{two.ToJsonString()}]";
        var created = (await team.Api.Post(Api.Books + "/bulk", body, ("X-Request-ID", "bulk-1"), team.Editor)).ShouldBe(201).Json.GetProperty("created").EnumerateArray().Select(TestBooks.Id).ToList();
        (await team.Api.Post(Api.Books + "/bulk?atomic=true", $"[{TestBooks.Minimal().ToJsonString()},{one.ToJsonString()}]", ("X-Request-ID", "bulk-2"), team.Editor)).ShouldBe(409);
        (await team.Api.Post(Api.Books + "/bulk-delete", $$"""{"ids":[{{created[0]}},{{created[1]}},999999]}""", ("X-Request-ID", "bulk-3"), team.Editor)).ShouldBe(200);

        var entries = await Entries("resource=books&limit=100");

        Assert.Equal(created, entries.Where(entry => entry.Text("request_id") == "bulk-1").Select(Resource).Order());
        Assert.DoesNotContain(entries, entry => entry.Text("request_id") == "bulk-2");
        Assert.Equal(created, entries.Where(entry => entry.Text("request_id") == "bulk-3" && entry.Text("action") == "delete").Select(Resource).Order());
    }

    [Fact]
    public async Task Each_book_of_a_renamed_author_is_recorded_so_that_every_state_follows_from_the_one_before()
    {
        var name = $"Author {Guid.NewGuid()}";
        var books = new[] { TestBooks.Minimal(), TestBooks.Minimal() };
        var ids = new List<long>();
        foreach (var book in books)
            ids.Add((await team.Api.Post(Api.Books, book.With("author_name", name), team.Editor)).ShouldBe(201).Json.Id());
        var author = (await Entries($"resource=books&resource_id={ids[0]}"))[0].GetProperty("after").GetProperty("author_id").GetInt64();

        (await team.Api.Patch($"/api/v1/authors/{author}", """{"name":"Renamed of the trail"}""", team.Editor)).ShouldBe(200);
        (await team.Api.Patch(TestBooks.At(ids[1]), """{"price":3}""", team.Editor)).ShouldBe(200);

        foreach (var id in ids)
        {
            var entries = (await Entries($"resource=books&resource_id={id}")).Reverse().ToList();
            Assert.Equal("Renamed of the trail", entries[1].GetProperty("after").Text("author_name"));
            for (var i = 1; i < entries.Count; i++)
                Assert.Equal(entries[i - 1].GetProperty("after").GetRawText(), entries[i].GetProperty("before").GetRawText());
        }
        (await team.Api.Patch($"/api/v1/authors/{author}", """{"bio":"Same name."}""", team.Editor)).ShouldBe(200);
        Assert.Equal(2, (await Entries($"resource=books&resource_id={ids[0]}")).Count);
    }

    [Fact]
    public async Task Reviews_that_go_with_their_book_or_lose_their_user_are_recorded()
    {
        var (user, token) = await team.Join("reviewing", "viewer");
        var (book, other) = ((await team.Api.Post(Api.Books, TestBooks.Minimal(), team.Editor)).ShouldBe(201).Json, (await team.Api.Post(Api.Books, TestBooks.Minimal(), team.Editor)).ShouldBe(201).Json);
        var gone = (await team.Api.Post($"{TestBooks.At(book)}/reviews", """{"rating":4}""", Team.Bearer(token))).ShouldBe(201).Json.Id();
        var left = (await team.Api.Post($"{TestBooks.At(other)}/reviews", """{"rating":5}""", Team.Bearer(token))).ShouldBe(201).Json.Id();

        (await team.Api.Delete(TestBooks.At(book), team.Editor)).ShouldBe(204);
        (await team.Api.Delete(TestUsers.At(user), team.Admin)).ShouldBe(204);

        var lost = (await Entries($"resource=reviews&resource_id={gone}"))[0];
        Assert.Equal(("delete", 4, JsonValueKind.Null), (lost.Text("action"), lost.GetProperty("before").GetProperty("rating").GetInt32(), lost.GetProperty("after").ValueKind));
        var orphan = (await Entries($"resource=reviews&resource_id={left}"))[0];
        Assert.Equal(("update", user), (orphan.Text("action"), orphan.GetProperty("before").GetProperty("user_id").GetInt64()));
        Assert.Equal(JsonValueKind.Null, orphan.GetProperty("after").GetProperty("user_id").ValueKind);
    }

    [Fact]
    public async Task A_repeat_that_is_given_the_first_answer_is_no_change()
    {
        var (key, body) = (("Idempotency-Key", Guid.NewGuid().ToString()), TestBooks.Minimal());
        var book = (await team.Api.Post(Api.Books, body, key, team.Editor)).ShouldBe(201).Json;
        (await team.Api.Post(Api.Books, body, key, team.Editor)).ShouldBe(201);

        Assert.Single(await Entries($"resource=books&resource_id={book.Id()}"));
    }

    [Fact]
    public async Task Users_are_recorded_without_any_secret()
    {
        var (id, _) = await team.Join("audited", "viewer");
        (await team.Api.Patch(TestUsers.At(id), """{"role":"editor"}""", team.Admin)).ShouldBe(200);
        (await team.Api.Patch(TestUsers.At(id), """{"password":"a quite new password"}""", team.Admin)).ShouldBe(200);
        (await team.Api.Delete(TestUsers.At(id), team.Admin)).ShouldBe(204);

        var entries = await Entries($"resource=users&resource_id={id}");

        Assert.Equal(["delete", "change_password", "update", "create"], entries.Select(entry => entry.Text("action")));
        Assert.Equal(["username", "email", "full_name", "role", "is_active", "created_at", "updated_at", "version"], entries[3].GetProperty("after").Names());
        Assert.Equal(("viewer", "editor"), (entries[2].GetProperty("before").Text("role"), entries[2].GetProperty("after").Text("role")));
        using var database = TestDatabase.Connect(team.DatabasePath);
        var stored = string.Join('\n', database.Rows("SELECT before, after FROM audit"));
        foreach (var hash in database.Rows("SELECT password_hash FROM users"))
            Assert.DoesNotContain(hash, stored, StringComparison.Ordinal);
        Assert.DoesNotContain("password", stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Team.Password, stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_filter_holds_alone_and_together()
    {
        var before = DateTimeOffset.UtcNow.AddSeconds(-1).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var book = (await team.Api.Post(Api.Books, TestBooks.Minimal(), team.Editor)).ShouldBe(201).Json;
        (await team.Api.Patch(TestBooks.At(book), """{"price":1}""", team.Admin)).ShouldBe(200);

        Assert.All(await Entries("action=update&limit=100"), entry => Assert.Equal("update", entry.Text("action")));
        Assert.All(await Entries("user=EDITOR&limit=100"), entry => Assert.Equal("editor", entry.Text("user")));
        Assert.All(await Entries($"user_id={team.IdOf("editor")}&limit=100"), entry => Assert.Equal("editor", entry.Text("user")));
        Assert.All(await Entries("resource=users&limit=100"), entry => Assert.Equal("users", entry.Text("resource")));
        Assert.Single(await Entries($"resource=books&resource_id={book.Id()}&action=update&user=admin&since={before}&until=2100-01-01T00:00:00Z"));
        Assert.Empty(await Entries($"resource=books&resource_id={book.Id()}&until={before}"));
        Assert.Empty(await Entries("since=2100-01-01T00:00:00%2B02:00"));
        (await team.Api.Get($"{Path}?resource=pens&resource_id=x&action=think&since=today&until=2026-01-01T00:00:00&limit=0&user_id=0", team.Admin)).ShouldBeInvalid(
            ("resource", "not_in_list"), ("resource_id", "wrong_type"), ("action", "not_in_list"), ("since", "wrong_type"), ("until", "wrong_type"), ("limit", "out_of_range"), ("user_id", "out_of_range"));
    }

    [Fact]
    public async Task A_walk_by_cursor_sees_every_entry_once_in_both_directions()
    {
        for (var i = 0; i < 7; i++)
            (await team.Api.Post(Api.Books, TestBooks.Minimal(), team.Editor)).ShouldBe(201);
        var all = (await Entries("resource=books&limit=100")).Select(TestBooks.Id).ToList();

        var (forth, last) = await Walk("resource=books&limit=3", null, "next_cursor");
        var (back, _) = await Walk("resource=books&limit=3", last.Text("prev_cursor"), "prev_cursor");

        Assert.Equal(all, forth);
        Assert.Equal(all[..^last.GetProperty("items").GetArrayLength()], back.Chunk(3).Reverse().SelectMany(chunk => chunk).Order().Reverse());
        (await team.Api.Get($"{Path}?cursor={last.Text("prev_cursor")}", team.Admin)).ShouldBeProblem(400, "malformed_cursor");
        (await team.Api.Get($"{Path}?cursor=abc", team.Admin)).ShouldBeProblem(400, "malformed_cursor");
    }

    private async Task<(List<long> Ids, JsonElement Last)> Walk(string query, string? cursor, string direction)
    {
        var ids = new List<long>();
        JsonElement page;
        do
        {
            page = (await team.Api.Get($"{Path}?{query}&cursor={cursor}", team.Admin)).ShouldBe(200).Json;
            ids.AddRange(page.Ids());
            cursor = page.Text(direction);
        }
        while (cursor is not null);
        return (ids, page);
    }

    private async Task<IReadOnlyList<JsonElement>> Entries(string query) =>
        [.. (await team.Api.Get($"{Path}?{query}", team.Admin)).ShouldBe(200).Json.GetProperty("items").EnumerateArray()];

    private static long Resource(JsonElement entry) => entry.GetProperty("resource_id").GetInt64();

    private static decimal Price(JsonElement entry, string state) => entry.GetProperty(state).GetProperty("price").GetDecimal();
}
