using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Audit;

public sealed class ActivityTests(Team team) : IClassFixture<Team>
{
    private const string Path = "/api/v1/admin/activity";

    [Fact]
    public async Task What_a_user_does_is_kept_for_administrators()
    {
        var (id, token) = await team.Join("active", "viewer");
        (await team.Api.Post("/auth/password", $$"""{"current_password":"{{Team.Password}}","new_password":"another password"}""", ("X-Request-ID", "change-1"), Team.Bearer(token))).ShouldBe(204);
        (await team.Api.Patch(TestUsers.At(id), """{"is_active":false}""", team.Admin)).ShouldBe(200);
        (await team.Api.TryToSignIn("active", "another password")).ShouldBe(401);

        var entries = await Entries($"user_id={id}");

        Assert.Equal(["deactivated", "password_changed", "signed_in", "registered"], entries.Select(entry => entry.Text("kind")));
        Assert.All(entries, entry => Assert.Equal("active", entry.Text("user")));
        Assert.Equal("change-1", entries[1].Text("request_id"));
    }

    [Fact]
    public async Task Filters_hold_and_wrong_ones_are_told()
    {
        Assert.All(await Entries("kind=signed_in&limit=100"), entry => Assert.Equal("signed_in", entry.Text("kind")));
        Assert.All(await Entries("user=ADMIN&limit=100"), entry => Assert.Equal("admin", entry.Text("user")));
        Assert.Empty(await Entries("since=2100-01-01T00:00:00Z"));
        (await team.Api.Get(Path + "?kind=slept&user_id=x&since=now&limit=101", team.Admin)).ShouldBeInvalid(
            ("kind", "not_in_list"), ("user_id", "wrong_type"), ("since", "wrong_type"), ("limit", "out_of_range"));
        (await team.Api.Get(Path + "?cursor=abc", team.Admin)).ShouldBeProblem(400, "malformed_cursor");
    }

    [Fact]
    public async Task A_walk_by_cursor_sees_every_entry_once()
    {
        var all = (await Entries("limit=100")).Select(TestBooks.Id).ToList();
        var (seen, cursor) = (new List<long>(), "");
        do
        {
            var page = (await team.Api.Get($"{Path}?limit=3&until=2100-01-01T00:00:00Z&cursor={cursor}", team.Admin)).ShouldBe(200).Json;
            seen.AddRange(page.Ids());
            cursor = page.Text("next_cursor");
        }
        while (cursor is not null);

        Assert.Equal(all, seen.Where(id => id <= all[0]));
        Assert.Equal(seen.Distinct(), seen);
    }

    private async Task<IReadOnlyList<JsonElement>> Entries(string query) =>
        [.. (await team.Api.Get($"{Path}?{query}", team.Admin)).ShouldBe(200).Json.GetProperty("items").EnumerateArray()];
}
