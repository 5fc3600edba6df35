using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace LiteBooks.Tests.Mailing;

/// <summary>A real SMTP server in the test process. While it refuses, it answers every mail with a temporary error.</summary>
internal sealed class MailServer : MessageStore, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public MailServer()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        var services = new ServiceProvider();
        services.Add(this);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    public bool Refuses { get; set; }

    public int Refused { get; private set; }

    public ConcurrentQueue<MimeMessage> Received { get; } = new();

    /// <summary>The settings that lead here.</summary>
    public (string Name, string Value)[] Settings =>
        [("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{Port}"), ("Smtp:Security", "none"), ("Smtp:From", "shop@example.org")];

    public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        if (Refuses)
        {
            Refused++;
            return SmtpResponse.MailboxUnavailable;
        }
        using var content = new MemoryStream(buffer.ToArray());
        Received.Enqueue(await MimeMessage.LoadAsync(content, cancellationToken));
        return SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
