using System.Text.Json.Nodes;

namespace LiteBooks.Tests.Support;

/// <summary>A server that is claimed: an admin, an editor and two viewers, each signed in.</summary>
public class Team : AppFixture
{
    public const string Password = "correct horse battery";

    /// <summary>What the server signs tokens with, so that a test can make some that are nearly right.</summary>
    public const string SigningKey = "a key that only the tests know, 32 and more";

    private readonly Dictionary<string, (long Id, string Token)> _members = [];

    protected override IEnumerable<(string Name, string Value)> Settings => [("Auth:SigningKey", SigningKey), .. base.Settings];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Join("admin", "admin");
        await Join("editor", "editor");
        await Join("viewer", "viewer");
        await Join("other", "viewer");
    }

    internal (string Name, string Value) Admin => As("admin");

    internal (string Name, string Value) Editor => As("editor");

    internal (string Name, string Value) Viewer => As("viewer");

    internal (string Name, string Value) Other => As("other");

    internal (string Name, string Value) As(string member) => Bearer(_members[member].Token);

    internal string TokenOf(string member) => _members[member].Token;

    internal long IdOf(string member) => _members[member].Id;

    /// <summary>Adds a user of one's own to a test, and signs it in.</summary>
    internal async Task<(long Id, string Token)> Join(string username, string role)
    {
        (string, string)[] by = _members.Count == 0 ? [] : [Admin];
        var added = (await Api.Post(TestUsers.Path, TestUsers.New(username, role), by)).ShouldBe(201).Json;
        return _members[username] = (added.Id(), await Api.SignIn(username, Password));
    }

    internal static (string Name, string Value) Bearer(string token) => ("Authorization", $"Bearer {token}");
}

/// <summary>Users for tests.</summary>
internal static class TestUsers
{
    public const string Path = "/api/v1/users";

    public static JsonObject New(string username, string role = "viewer") => new()
    {
        ["username"] = username,
        ["email"] = $"{username}@example.org",
        ["full_name"] = $"{username} of the tests",
        ["role"] = role,
        ["password"] = Team.Password,
    };

    public static string At(long id) => $"{Path}/{id}";

    public static Task<Answer> TryToSignIn(this Api api, string username, string password, params (string Name, string Value)[] headers) =>
        api.Send(HttpMethod.Post, "/auth/token", new FormUrlEncodedContent([new("grant_type", "password"), new("username", username), new("password", password)]), headers);

    public static async Task<string> SignIn(this Api api, string username, string password) =>
        (await api.TryToSignIn(username, password)).ShouldBe(200).Json.Text("access_token")!;
}
