using System.Text;
using System.Text.Json.Nodes;

namespace LiteBooks.Tests.Support;

/// <summary>Users for tests. Signing in is slow on purpose: do it once for a fixture.</summary>
internal static class TestUsers
{
    private const string Password = "correct horse";

    private static int _last;

    /// <summary>Adds the first user, an admin, which claims the server; returns its token.</summary>
    public static Task<string> ClaimAsAdmin(this Api api) => api.TokenOf("admin");

    /// <summary>Adds a user with a role, on behalf of an admin, and signs it in; returns its token.</summary>
    public static async Task<string> TokenOf(this Api api, string role, params (string Name, string Value)[] asAdmin)
    {
        var name = $"{role}_{Interlocked.Increment(ref _last)}";
        var user = new JsonObject { ["username"] = name, ["email"] = $"{name}@example.org", ["full_name"] = name, ["role"] = role, ["password"] = Password };
        (await api.Post("/api/v1/users", user, asAdmin)).ShouldBe(201);
        var form = Api.Bytes(Encoding.UTF8.GetBytes($"grant_type=password&username={name}&password={Api.Escape(Password)}"), "application/x-www-form-urlencoded");
        return (await api.Send(HttpMethod.Post, "/auth/token", form)).ShouldBe(200).Json.Text("access_token")!;
    }

    public static (string Name, string Value) Bearer(string token) => ("Authorization", $"Bearer {token}");
}

/// <summary>A claimed server, and one user of each role as the header of its requests.</summary>
public sealed class ClaimedFixture : AppFixture
{
    public (string Name, string Value) Admin { get; private set; }

    public (string Name, string Value) Editor { get; private set; }

    public (string Name, string Value) Viewer { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Admin = TestUsers.Bearer(await Api.ClaimAsAdmin());
        Editor = TestUsers.Bearer(await Api.TokenOf("editor", Admin));
        Viewer = TestUsers.Bearer(await Api.TokenOf("viewer", Admin));
    }
}
