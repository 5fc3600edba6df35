using System.Net;
using System.Net.Sockets;

namespace LiteBooks.Tests.Mailing;

/// <summary>An SMTP server that takes mails as others do, but at one point says nothing any more and keeps the connection.</summary>
internal sealed class HangingMailServer : IAsyncDisposable
{
    private readonly string? _lastWord;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _running;

    private HangingMailServer(string? lastWord)
    {
        _lastWord = lastWord;
        _listener.Start();
        _running = Accept();
    }

    /// <summary>It accepts connections, and does not even greet.</summary>
    public static HangingMailServer AtOnce() => new(null);

    /// <summary>It answers everything until a client sends a command.</summary>
    public static HangingMailServer At(string command) => new(command);

    /// <summary>The settings that lead here.</summary>
    public (string Name, string Value)[] Settings =>
        [("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{((IPEndPoint)_listener.LocalEndpoint).Port}"), ("Smtp:Security", "none")];

    /// <summary>Done once a client waits in vain.</summary>
    public Task Hangs => _hangs.Task;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task Accept()
    {
        var clients = new List<Task>();
        while (true)
            clients.Add(Serve(await _listener.AcceptTcpClientAsync(_stop.Token)));
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            if (_lastWord is not null)
                await Converse(reader, writer);
            _hangs.TrySetResult();
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }
    }

    private async Task Converse(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("220 localhost");
        for (var inMail = false; await reader.ReadLineAsync(_stop.Token) is { } line && line != _lastWord;)
        {
            if (inMail && line != ".")
                continue;
            inMail = line == "DATA";
            await writer.WriteLineAsync(inMail ? "354 Go on" : "250 Yes");
        }
    }
}
