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
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var folder = new TempFolder();
        using var server = CommandRun.Start(folder, "--urls", "http://127.0.0.1:0", "--Log:Format=text");
        while (await server.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Application started", StringComparison.Ordinal)) { }
        Assert.True(File.Exists(folder.File("litebooks.db-wal")));

        Process.Start("kill", [$"-{signal}", $"{server.Id}"]).WaitForExit();

        CommandRun.End(server).ShouldExit(0);
        Assert.False(File.Exists(folder.File("litebooks.db-wal")));
    }
}
