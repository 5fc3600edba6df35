using System.Net;
using System.Net.Sockets;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Help_names_every_command()
    {
        var help = CommandRun.Of(_folder, "--help").ShouldExit(0).Output;
        Assert.All(["serve", "import", "export", "backup", "restore", "check", "--database", "--urls"], word => Assert.Contains(word, help, StringComparison.Ordinal));
    }

    [Fact]
    public void Version_is_the_version_of_the_program() =>
        Assert.Equal(Server.Version, CommandRun.Of(_folder, "--version").ShouldExit(0).Output.Trim());

    [Theory]
    [InlineData("--databse", "books.db")]
    [InlineData("imprt")]
    [InlineData("import")]
    public void A_misspelt_or_incomplete_command_is_refused_and_nothing_is_made(params string[] arguments)
    {
        CommandRun.Of(_folder, arguments).ShouldExit(2);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("--Catalog:Smaple=true", "Catalog:Smaple")]
    [InlineData("--Catalog:Sample=perhaps", "Catalog:Sample")]
    [InlineData("--Database:BusyTimeoutSeconds=0", "Database:BusyTimeoutSeconds")]
    [InlineData("--Database:Path", "Database:Path")]
    public void A_wrong_setting_stops_the_start_with_one_line_that_names_it(string argument, string name) =>
        CommandRun.Of(_folder, argument).ShouldBeRefused(name);

    [Fact]
    public void A_settings_file_that_is_not_JSON_stops_the_start()
    {
        File.WriteAllText(_folder.File("appsettings.json"), "{ \"Catalog\": ");
        CommandRun.Of(_folder).ShouldBeRefused("appsettings.json");
    }

    [Fact]
    public void An_address_in_use_stops_the_start()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        CommandRun.Of(_folder, "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}").ShouldBeRefused("address");
    }

    [Fact]
    public void An_address_of_another_machine_is_refused_in_one_line() =>
        CommandRun.Of(_folder, "--urls", "http://192.0.2.1:8000").ShouldBeRefused("cannot listen");

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("ftp://127.0.0.1:8000")]
    [InlineData("http://127.0.0.1:8000/base")]
    public void An_address_that_is_none_stops_the_start_before_anything_is_made(string url)
    {
        CommandRun.Of(_folder, "--urls", url).ShouldBeRefused(url);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_that_is_no_database_stops_the_start_and_stays_as_it_is()
    {
        var text = new string('x', 5000);
        File.WriteAllText(_folder.File("notes.db"), text);
        CommandRun.Of(_folder, "--database", "notes.db").ShouldBeRefused("not an SQLite database");
        Assert.Equal(text, File.ReadAllText(_folder.File("notes.db")));
    }
}
