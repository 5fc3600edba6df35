using System.Diagnostics;
using LiteBooks.Tests.Cli;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Operations;

/// <summary>A terminal that is closed ends the server as any other stop does.</summary>
public sealed class HangUpTests
{
    [SkippableTheory]
    [InlineData("HUP")]
    [InlineData("TERM")]
    public async Task It_ends_with_zero_and_leaves_no_log(string signal)
    {
        Skip.If(!OperatingSystem.IsLinux(), "Signals are set back by a tool of Linux.");
        using var folder = new TempFolder();
        using var server = Start(folder);
        while (await server.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Application started", StringComparison.Ordinal)) { }
        Assert.True(File.Exists(folder.File("litebooks.db-wal")));

        Process.Start("kill", [$"-{signal}", $"{server.Id}"]).WaitForExit();

        Assert.True(server.WaitForExit(TimeSpan.FromMinutes(1)), "The server goes on.");
        CommandRun.End(server).ShouldExit(0);
        Assert.False(File.Exists(folder.File("litebooks.db-wal")));
    }

    // Whoever runs these tests may ignore hang-ups (nohup), and a server that it starts would do so too, as it should.
    private static Process Start(TempFolder folder)
    {
        string[] program = ChildServer.Binary is { } binary ? [binary] : [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "LiteBooks.dll")];
        var start = new ProcessStartInfo("/usr/bin/env", ["--default-signal=HUP", .. program, "--urls", "http://127.0.0.1:0", "--Log:Format=text"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        return Process.Start(start)!;
    }
}
