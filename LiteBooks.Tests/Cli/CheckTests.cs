using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using LiteBooks.Data;
using LiteBooks.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Tests.Cli;

public sealed class CheckTests : IDisposable
{
    private const string AnyPort = "--urls=http://127.0.0.1:0";

    private readonly TempFolder _folder = new();

    public CheckTests() => TestDatabase.CopyTo(Database);

    private string Database => _folder.File("litebooks.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_healthy_catalogue_passes_and_nothing_is_changed()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Database, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        LayBackup(DateTimeOffset.UtcNow.AddMinutes(-5));
        var bytes = File.ReadAllBytes(Database);

        var run = CommandRun.Of(_folder, "check", "--json", AnyPort, "--Backup:Every=1h").ShouldExit(0);

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(["status", "checks"], json.RootElement.Names());
        Assert.Equal("ok", json.RootElement.Text("status"));
        var checks = json.RootElement.GetProperty("checks").EnumerateArray().ToList();
        Assert.All(checks, check => Assert.Equal(["name", "status", "detail"], check.Names()));
        Assert.Equal(
            ["settings", "folder", "disk", "access", "log", "database", "journal", "migrations", "integrity", "search", "clock", "certificate", "proxies", "backups", "server", "address"],
            checks.Select(check => check.Text("name")));
        Assert.Equal(bytes, File.ReadAllBytes(Database));
        Assert.Equal(["litebooks.db"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void People_get_a_line_for_each_check()
    {
        var lines = CommandRun.Of(_folder, "check", AnyPort).ShouldExit(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(16, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("ok       database     ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("warning  backups      ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("settings", "failure", "Catalog:Sample", "--Catalog:Sample=perhaps")]
    [InlineData("settings", "failure", "needs a certificate", "--urls=https://127.0.0.1:0")]
    [InlineData("folder", "failure", "There is no folder", "--database=nowhere/books.db")]
    [InlineData("database", "failure", "There is no database", "--database=other.db")]
    [InlineData("certificate", "failure", "nowhere.pem", "--Https:CertificateFile=nowhere.pem")]
    [InlineData("proxies", "warning", "0.0.0.0/0", "--Http:Proxies=10.0.0.7;0.0.0.0/0")]
    [InlineData("proxies", "warning", "look like a proxy", "--Http:AllowedHosts=books.example.org")]
    [InlineData("backups", "warning", "Backup:Every")]
    [InlineData("backups", "warning", "none yet", "--Backup:Every=1h")]
    public void What_the_settings_get_wrong_is_found(string check, string status, string because, params string[] arguments) => ShouldFind(check, status, because, arguments);

    [Theory]
    [InlineData("not a database", "database", "failure", "not an SQLite database")]
    [InlineData("foreign", "database", "failure", "another program's")]
    [InlineData("older", "migrations", "warning", "0006_reviews.sql")]
    [InlineData("newer", "migrations", "failure", "9999_future.sql")]
    [InlineData("damaged", "integrity", "failure", "page")]
    [InlineData("dangling", "integrity", "failure", "refers to one that is not there")]
    [InlineData("not indexed", "search", "failure", "1 titles or names")]
    [InlineData("from tomorrow", "clock", "warning", "was last changed at")]
    public void What_is_wrong_with_the_database_is_found(string what, string check, string status, string because)
    {
        Spoil(what);
        ShouldFind(check, status, because);
    }

    [Fact]
    public void A_database_that_others_can_read_is_found()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(Database, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        ShouldFind("access", "warning", "chmod 600");
    }

    [Theory]
    [InlineData(-90, -1, "failure", "expired")]
    [InlineData(1, 90, "failure", "not valid before")]
    [InlineData(-60, 10, "warning", "valid until")]
    [InlineData(-1, 90, "ok", "valid until")]
    public void The_days_of_a_certificate_are_looked_at(int from, int until, string status, string because)
    {
        using var certificate = TestCertificate.Make("localhost", DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(until));
        TestCertificate.WritePem(certificate, _folder.File("site.pem"), _folder.File("site.key"));
        ShouldFind("certificate", status, because, "--Https:CertificateFile=site.pem", "--Https:KeyFile=site.key");
    }

    [Fact]
    public void A_key_of_another_certificate_is_found()
    {
        using X509Certificate2 one = TestCertificate.Make("localhost"), other = TestCertificate.Make("localhost");
        TestCertificate.WritePem(one, _folder.File("site.pem"), _folder.File("one.key"));
        TestCertificate.WritePem(other, _folder.File("other.pem"), _folder.File("site.key"));
        ShouldFind("certificate", "failure", "cannot be used", "--Https:CertificateFile=site.pem", "--Https:KeyFile=site.key");
    }

    [Fact]
    public void Backups_that_have_stopped_are_found()
    {
        LayBackup(DateTimeOffset.UtcNow.AddHours(-3));
        ShouldFind("backups", "failure", "The last one is of", "--Backup:Every=1h");
        ShouldFind("backups", "ok", "The last one is of", "--Backup:Every=2h");
    }

    [Fact]
    public void An_address_that_another_program_has_is_found()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var urls = $"--urls=http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        // It hangs up on whoever asks.
        var answering = Task.Run(() => taken.AcceptTcpClient().Dispose());
        ShouldFind("address", "failure", "in use by another program", urls);
    }

    [Fact]
    public async Task A_running_server_is_found_and_is_no_fault()
    {
        await using var server = await ChildServer.Start(Database, []);
        ShouldFind("server", "ok", $"Process {server.ProcessId} serves", $"--urls={server.Address}");
        ShouldFind("address", "ok", "A LiteBooks answers", $"--urls={server.Address}");
        ShouldFind("journal", "ok", "wal");
        await server.Kill();
        ShouldFind("server", "ok", "Nobody serves", AnyPort);
    }

    [Fact]
    public void What_cannot_be_found_out_is_no_finding()
    {
        using var other = TestDatabase.Connect(Database);
        other.Run("PRAGMA locking_mode = EXCLUSIVE");
        other.Run("PRAGMA journal_mode = WAL");
        other.Run("CREATE TABLE held (id INTEGER PRIMARY KEY)");
        CommandRun.Of(_folder, "check", AnyPort).ShouldBeRefused("in use by another process");
    }

    private void ShouldFind(string check, string status, string because, params string[] arguments)
    {
        string[] urls = Array.Exists(arguments, argument => argument.StartsWith("--urls", StringComparison.Ordinal)) ? [] : [AnyPort];
        var run = CommandRun.Of(_folder, ["check", "--json", .. urls, .. arguments]);
        using var json = JsonDocument.Parse(run.Output);
        var found = json.RootElement.GetProperty("checks").EnumerateArray().Single(found => found.Text("name") == check);
        Assert.Equal(status, found.Text("status"));
        Assert.Contains(because, found.Text("detail"), StringComparison.Ordinal);
        run.ShouldExit(json.RootElement.Text("status") == "failure" ? 1 : 0);
        if (status == "failure")
            Assert.Equal("failure", json.RootElement.Text("status"));
    }

    private void Spoil(string what)
    {
        switch (what)
        {
            case "not a database":
                Damage.TheHeader(Database);
                break;
            case "foreign":
                File.Delete(Database);
                Damage.Change(Database, "CREATE TABLE recipes (id INTEGER PRIMARY KEY)");
                break;
            case "older":
                File.Delete(Database);
                new Migrator(new Connections(TestSettings.ForDatabase(Database)), [.. Migrations.Embedded.Take(5)], NullLogger<Migrator>.Instance).Migrate();
                break;
            case "newer":
                Damage.FromTheFuture(Database);
                break;
            case "damaged":
                Damage.AnIndexPage(Database);
                break;
            case "dangling":
                Damage.AReference(Database);
                break;
            case "not indexed":
                Damage.Change(Database, "INSERT INTO authors (name, name_key, name_folded, created_at) VALUES ('A', 'a', 'a', 1); DELETE FROM author_search_docsize");
                break;
            case "from tomorrow":
                Damage.Change(Database, $"INSERT INTO activity (created_at, user_id, username, kind) VALUES ({DateTimeOffset.UtcNow.AddDays(1).ToUnixTimeMilliseconds()}, 1, 'ada', 'signed_in')");
                break;
        }
    }

    private void LayBackup(DateTimeOffset at)
    {
        var folder = Directory.CreateDirectory(Database + ".backups").FullName;
        File.WriteAllText(Path.Combine(folder, at.UtcDateTime.ToString("'litebooks-'yyyyMMdd'T'HHmmss'Z.db'", System.Globalization.CultureInfo.InvariantCulture)), "");
    }
}
