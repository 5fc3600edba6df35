using LiteBooks.Tests.Cli;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Access;

/// <summary>A first administrator by the settings.</summary>
public sealed class FirstAdminTests : IDisposable
{
    private const string Secret = "Xyzzy-Plugh-1";

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task It_is_added_at_the_first_start_and_never_again()
    {
        await using (var server = await Start(("Auth:AdminUsername", "boss"), ("Auth:AdminPassword", Secret)))
        {
            using var api = new Api(server.Address);
            (await api.Post(Api.Books, TestBooks.Minimal())).ShouldBeProblem(401, "unauthenticated");
            var token = Team.Bearer(await api.SignIn("boss", Secret));
            Assert.Equal(("admin", "boss@localhost"), (await api.Get("/auth/me", token)).ShouldBe(200).Json is var me ? (me.Text("role"), me.Text("email")) : default);
            (await api.Post("/auth/password", $$"""{"current_password":"{{Secret}}","new_password":"changed since"}""", token)).ShouldBe(204);
        }
        await using (var server = await Start(("Auth:AdminUsername", "boss"), ("Auth:AdminPassword", Secret), ("Auth:AdminEmail", "other@example.org")))
        {
            using var api = new Api(server.Address);
            await api.SignIn("boss", "changed since");
            (await api.TryToSignIn("boss", Secret)).ShouldBeProblem(401, "invalid_credentials");
        }
    }

    [Theory]
    [InlineData("Auth:AdminPassword", "--Auth:AdminUsername=boss", "--Auth:AdminPassword=short")]
    [InlineData("Auth:AdminUsername", "--Auth:AdminUsername=b!", "--Auth:AdminPassword=Xyzzy-Plugh-1")]
    [InlineData("Auth:AdminEmail", "--Auth:AdminUsername=boss", "--Auth:AdminPassword=Xyzzy-Plugh-1", "--Auth:AdminEmail=nobody")]
    [InlineData("must be given together", "--Auth:AdminUsername=boss")]
    [InlineData("must be given together", "--Auth:AdminPassword=Xyzzy-Plugh-1")]
    [InlineData("Auth:SigningKey must have at least 32 characters", "--Auth:SigningKey=Xyzzy-Plugh-1")]
    [InlineData("Http:AllowedHosts", "--Http:AllowedHosts=**")]
    [InlineData("Http:AllowedHosts", "--Http:AllowedHosts=a.example;http://b.example")]
    [InlineData("Http:AllowedHosts", "--Http:AllowedHosts=a.example:80")]
    [InlineData("Http:AllowedHosts", "--Http:AllowedHosts=*.")]
    [InlineData("Auth:TokenMinutes", "--Auth:TokenMinutes=0")]
    [InlineData("Auth:TokenMinutes", "--Auth:TokenMinutes=43201")]
    public void A_wrong_setting_stops_the_start_in_one_line_without_the_secret(string named, params string[] arguments)
    {
        var run = CommandRun.Of(_folder, ["--urls", "http://127.0.0.1:0", .. arguments]);

        run.ShouldBeRefused(named);
        Assert.DoesNotContain("Xyzzy", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_good_for_as_long_as_the_setting_says()
    {
        await using var server = await Start(("Auth:AdminUsername", "boss"), ("Auth:AdminPassword", Secret), ("Auth:TokenMinutes", "43200"));
        using var api = new Api(server.Address);

        Assert.Equal(43_200 * 60, (await api.TryToSignIn("boss", Secret)).ShouldBe(200).Json.GetProperty("expires_in").GetInt32());
    }

    [Fact]
    public async Task Tokens_outlive_a_restart_by_a_key_that_only_its_owner_can_read()
    {
        string token;
        await using (var server = await Start(("Auth:AdminUsername", "boss"), ("Auth:AdminPassword", Secret)))
        {
            using var api = new Api(server.Address);
            token = await api.SignIn("boss", Secret);
        }
        var key = _folder.File("books.db.key");
        Assert.Equal(32, File.ReadAllBytes(key).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        }
        await using (var server = await Start())
        {
            using var api = new Api(server.Address);
            (await api.Get("/auth/me", Team.Bearer(token))).ShouldBe(200);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        }
    }

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(0)]
    public void A_key_of_another_length_stops_the_start_in_one_line(int bytes)
    {
        File.WriteAllBytes(_folder.File("litebooks.db.key"), new byte[bytes]);

        CommandRun.Of(_folder, "--urls", "http://127.0.0.1:0").ShouldBeRefused("does not hold a key of 32 bytes");
    }

    [Fact]
    public async Task A_token_of_a_database_that_was_there_before_is_nobodys()
    {
        string token;
        await using (var server = await Start(("Auth:AdminUsername", "boss"), ("Auth:AdminPassword", Secret)))
        {
            using var api = new Api(server.Address);
            token = await api.SignIn("boss", Secret);
        }
        File.Delete(_folder.File("books.db"));
        await using (var server = await Start(("Auth:AdminUsername", "other"), ("Auth:AdminPassword", Secret)))
        {
            using var api = new Api(server.Address);
            (await api.Get("/auth/me", Team.Bearer(token))).ShouldBeProblem(401, "invalid_token");
        }
    }

    [Fact]
    public async Task The_database_can_be_read_by_its_owner_alone()
    {
        await using var server = await Start(("Auth:AdminUsername", "boss"), ("Auth:AdminPassword", Secret));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in new[] { "books.db", "books.db-wal" })
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File(file)));
        }
    }

    public void Dispose() => _folder.Dispose();

    private Task<RunningServer> Start(params (string Name, string Value)[] settings) =>
        RunningServer.Start(_folder.File("books.db"), [("Catalog:Sample", "false"), .. settings]);
}
