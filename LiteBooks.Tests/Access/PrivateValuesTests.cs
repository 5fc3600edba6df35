using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Access;

/// <summary>No answer shows a private value to whom it does not belong: every route is asked by every caller, and all bytes are looked through.</summary>
public sealed class PrivateValuesTests(AppFixture open, Team team) : IClassFixture<AppFixture>, IClassFixture<Team>
{
    // A report of an administrator adds the stock up.
    private static readonly string[] MayShowStock = ["/api/v1/admin/", "/api/v1/reports"];

    [Theory]
    [InlineData("remote")]
    [InlineData("viewer")]
    [InlineData("editor")]
    [InlineData("admin")]
    public async Task A_caller_sees_only_what_belongs_to_it(string caller)
    {
        var seen = await SeenBy(AccessGround.Claimed(team), caller == "remote" ? [("X-Forwarded-For", "203.0.113.9")] : [team.As(caller)]);

        ShouldShow(seen, PrivateValues.Books, caller == "admin" ? MayShowStock : []);
        ShouldShow(seen, PrivateValues.Contacts, caller switch
        {
            "admin" => ["/api/v1/authors", "/api/v1/admin/audit"],
            "editor" => ["/api/v1/authors"],
            _ => [],
        });
        ShouldShow(seen, PrivateValues.Users, caller switch
        {
            "admin" => ["/api/v1/users", "/auth/me", "/api/v1/admin/audit"],
            "remote" => [],
            _ => ["/auth/me"],
        });
        ShouldShow(seen, PrivateValues.Secrets, []);
    }

    [Fact]
    public async Task An_unclaimed_server_shows_them_to_its_own_machine_alone()
    {
        var local = await SeenBy(AccessGround.Open(open), []);
        ShouldShow(local, PrivateValues.Books, MayShowStock);
        ShouldShow(local, PrivateValues.Secrets, []);

        var remote = await SeenBy(AccessGround.Open(open), [("X-Forwarded-For", "203.0.113.9")]);
        foreach (var values in new[] { PrivateValues.Books, PrivateValues.Contacts, PrivateValues.Users, PrivateValues.Secrets })
            ShouldShow(remote, values, []);
    }

    private static async Task<List<(string Route, string Said)>> SeenBy(AccessGround server, (string, string)[] headers)
    {
        var seen = new List<(string, string)>();
        foreach (var row in AccessTable.Rows.Where(row => row.Path is not ("/openapi.json" or "/auth/token")))
        {
            var answer = await server.Api.Send(new HttpMethod(row.Method), await server.Fill(row.Path), server.Body(row.Body), headers);
            seen.Add(($"{row.Method} {row.Path}", answer.Text + string.Concat(answer.Headers)));
        }
        return seen;
    }

    // Nowhere else, and each of them somewhere: a value that was never there would prove nothing.
    private static void ShouldShow(List<(string Route, string Said)> seen, string[] values, string[] where)
    {
        foreach (var value in values)
        {
            var routes = seen.Where(answer => answer.Said.Contains(value, StringComparison.Ordinal)).Select(answer => answer.Route).ToList();
            Assert.DoesNotContain(routes, route => !where.Any(allowed => route.Contains(allowed, StringComparison.Ordinal)));
            Assert.Equal(where.Length > 0, routes.Count > 0);
        }
    }
}
