using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Cli;

public sealed class UsersCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Users_are_added_listed_given_passwords_and_disabled_beside_a_running_server()
    {
        TestDatabase.CopyTo(_folder.File("litebooks.db"));
        await using var server = await RunningServer.Start(_folder.File("litebooks.db"), ("Catalog:Sample", "false"));
        using var api = new Api(server.Address);
        await api.Create();

        Run("first password", "users", "add", "ada", "--email", "ada@example.org", "--role", "admin").ShouldExit(0);
        (await api.Post(Api.Books, TestBooks.Minimal())).ShouldBeProblem(401, "unauthenticated");
        var token = Team.Bearer(await api.SignIn("ada", "first password"));
        (await api.Post(Api.Books, TestBooks.Minimal(), token)).ShouldBe(201);

        Run("bobs password", "users", "add", "bob", "--email", "bob@example.org", "--full-name", "Bob Brown").ShouldExit(0);
        Assert.Equal("ada\tadmin\tactive\tada@example.org\tada\nbob\tviewer\tactive\tbob@example.org\tBob Brown\n", Run(null, "users", "list").ShouldExit(0).Output.ReplaceLineEndings("\n"));

        Run("second password", "users", "passwd", "ADA").ShouldExit(0);
        (await api.Get("/auth/me", token)).ShouldBeProblem(401, "invalid_token");
        await api.SignIn("ada", "second password");

        Run(null, "users", "disable", "bob").ShouldExit(0);
        (await api.TryToSignIn("bob", "bobs password")).ShouldBeProblem(401, "invalid_credentials");
        Assert.Equal("(command line)", (await api.Get("/api/v1/admin/audit?limit=1", Team.Bearer(await api.SignIn("ada", "second password")))).ShouldBe(200).Json.GetProperty("items")[0].Text("user"));
    }

    [Fact]
    public void What_the_API_refuses_is_refused_in_one_line()
    {
        Run(null, "users", "list").ShouldBeRefused("There is no database");
        Run("a password", "users", "add", "ada", "--email", "ada@example.org").ShouldBeRefused("must have the role admin");
        Run("short", "users", "add", "a b", "--email", "nobody", "--role", "king").ShouldBeRefused("username: Only letters");
        Run("a password", "users", "add", "ada", "--email", "ada@example.org", "--role", "admin").ShouldExit(0);
        Run("a password", "users", "add", "Ada", "--email", "other@example.org").ShouldBeRefused("has this username already");
        Run("short", "users", "passwd", "ada").ShouldBeRefused("password: At least 8");
        Run("a password", "users", "passwd", "eve").ShouldBeRefused("There is no user 'eve'");
        Run(null, "users", "disable", "ada").ShouldBeRefused("last active administrator");
        Run(null, "users", "add", "eve", "--email", "eve@example.org").ShouldBeRefused("A password is expected on standard input");
    }

    [Fact]
    public void Nothing_is_changed_where_nothing_may_be()
    {
        Run("a password", "users", "add", "ada", "--email", "ada@example.org", "--role", "admin").ShouldExit(0);
        File.WriteAllText(_folder.File("books.csv"), "title,author,isbn,price\nEmma,Jane Austen,9780141439587,7.50\n");

        Run("a password", "users", "passwd", "ada", "--Database:ReadOnly=true").ShouldBeRefused("Database:ReadOnly is on");
        Run(null, "import", "books.csv", "--Database:ReadOnly=true").ShouldBeRefused("Database:ReadOnly is on");
        Run(null, "import", "books.csv", "--dry-run", "--Database:ReadOnly=true").ShouldExit(0);
    }

    [Fact]
    public void No_output_repeats_a_password()
    {
        var run = Run("Xyzzy-Plugh-1", "users", "add", "ada", "--email", "ada@example.org", "--role", "admin").ShouldExit(0);

        Assert.DoesNotContain("Xyzzy", run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _folder.Dispose();

    private CommandRun Run(string? input, params string[] arguments) => CommandRun.Of(_folder, input, arguments);
}
