using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Cli;

public sealed class SystemdTests : IDisposable
{
    // systemd's own scale: 0 is shut tight, 10 wide open.
    private const double MostExposed = 2.0;

    private readonly TempFolder _folder = new();

    [SkippableFact]
    public void The_unit_is_valid_and_shuts_out_what_the_server_does_not_need()
    {
        Skip.IfNot(File.Exists("/usr/bin/systemd-analyze"), "There is no systemd-analyze on this machine (Debian: apt-get install systemd).");
        var unit = _folder.File("litebooks.service");
        File.WriteAllText(unit, CommandRun.Of(_folder, "systemd-unit").ShouldExit(0).Output);

        Assert.Equal("", Analyze("verify", unit));
        Assert.Contains("OK", Analyze("security", "--offline=true", $"--threshold={MostExposed * 10}", unit), StringComparison.Ordinal);
    }

    [Fact]
    public void The_unit_starts_this_very_program()
    {
        var unit = CommandRun.Of(_folder, "systemd-unit").ShouldExit(0).Output;

        Assert.Contains("Type=notify\n", unit, StringComparison.Ordinal);
        Assert.Contains($"ExecStart={ChildServer.Binary ?? Environment.ProcessPath} serve\n", unit, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_service_manager_is_told_when_the_server_is_ready_and_when_it_stops()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "systemd is of Linux.");
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(_folder.File("notify")));
        using var service = Start();

        await Receive(manager, "READY=1");
        Process.Start("kill", ["-TERM", $"{service.Id}"]).WaitForExit();
        await Receive(manager, "STOPPING=1");
        var run = CommandRun.End(service);

        Assert.Equal(0, run.ExitCode);
        Assert.All(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("{", line, StringComparison.Ordinal));
        Assert.False(File.Exists(_folder.File("litebooks.db-wal")));
    }

    public void Dispose() => _folder.Dispose();

    // As systemd starts it: it says in the environment where to tell it.
    private Process Start() => CommandRun.Start(_folder, [("NOTIFY_SOCKET", _folder.File("notify"))], "serve", "--urls", "http://127.0.0.1:0");

    private static async Task Receive(Socket manager, string expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[1000];
        var told = "";
        while (!told.Contains(expected, StringComparison.Ordinal))
            told = Encoding.UTF8.GetString(buffer, 0, await manager.ReceiveAsync(buffer, patience.Token));
    }

    private static string Analyze(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("systemd-analyze", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output + error.Result : throw new InvalidOperationException(output + error.Result);
    }
}
