using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Operations;

/// <summary>A terminal that is closed ends the server as any other stop does.</summary>
public sealed class HangUpTests
{
    // Whoever runs these tests may ignore hang-ups (nohup), and a server that it starts would do so too, as it should.
    private static readonly string[] WithTheSignalsOwnMeaning = ["/usr/bin/env", "--default-signal=HUP"];

    [SkippableTheory]
    [InlineData("HUP")]
    [InlineData("TERM")]
    public async Task It_ends_with_zero_and_leaves_no_log(string signal)
    {
        Skip.If(!OperatingSystem.IsLinux(), "Signals are set back by a tool of Linux.");
        using var folder = new TempFolder();
        await using var server = await ChildServer.Start(folder.File("litebooks.db"), [], [], WithTheSignalsOwnMeaning);
        await server.ShouldWrite("Application started");
        Assert.True(File.Exists(folder.File("litebooks.db-wal")));

        Assert.Equal(0, await server.Terminate(signal).WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.False(File.Exists(folder.File("litebooks.db-wal")));
    }
}
