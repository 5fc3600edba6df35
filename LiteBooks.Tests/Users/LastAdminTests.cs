using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Users;

/// <summary>A server never loses its last administrator.</summary>
public sealed class LastAdminTests : IAsyncLifetime
{
    private readonly Team _team = new();

    [Theory]
    [InlineData("""{"role":"editor"}""")]
    [InlineData("""{"is_active":false}""")]
    [InlineData("""{"role":"viewer","full_name":"Gone"}""")]
    public async Task The_last_admin_can_be_neither_demoted_nor_deactivated(string patch)
    {
        var last = TestUsers.At(_team.IdOf("admin"));
        (await _team.Api.Patch(last, patch, _team.Admin)).ShouldBeProblem(409, "last_admin");
        (await _team.Api.Delete(last, _team.Admin)).ShouldBeProblem(409, "last_admin");
        Assert.Equal("admin of the tests", (await _team.Api.Get("/auth/me", _team.Admin)).ShouldBe(200).Json.Text("full_name"));
        (await _team.Api.Patch(last, """{"full_name":"Still here","role":"admin","is_active":true}""", _team.Admin)).ShouldBe(200);
    }

    [Fact]
    public async Task A_deactivated_admin_does_not_count()
    {
        var (id, _) = await _team.Join("second", "admin");
        (await _team.Api.Patch(TestUsers.At(id), """{"is_active":false}""", _team.Admin)).ShouldBe(200);

        (await _team.Api.Delete(TestUsers.At(_team.IdOf("admin")), _team.Admin)).ShouldBeProblem(409, "last_admin");
        (await _team.Api.Delete(TestUsers.At(id), _team.Admin)).ShouldBe(204);
    }

    [Fact]
    public async Task Of_two_admins_who_remove_each_other_at_once_one_stays()
    {
        var (id, token) = await _team.Join("second", "admin");

        var answers = await Task.WhenAll(
            _team.Api.Delete(TestUsers.At(id), _team.Admin),
            _team.Api.Delete(TestUsers.At(_team.IdOf("admin")), Team.Bearer(token)));

        Assert.Single(answers, answer => answer.Status == 204);
        using var database = TestDatabase.Connect(_team.DatabasePath);
        Assert.Equal(["1"], database.Rows("SELECT COUNT(*) FROM users WHERE role = 'admin' AND is_active = 1"));
    }

    public Task InitializeAsync() => _team.InitializeAsync();

    public Task DisposeAsync() => _team.DisposeAsync();
}
