using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace LiteBooks.Cli.Check;

/// <summary>Whether each address is free to listen on, or a LiteBooks already answers there.</summary>
internal static class AddressCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<Finding> Look(IReadOnlyList<string> addresses, CancellationToken cancel)
    {
        var answers = new List<string>();
        foreach (var url in addresses)
        {
            var address = ListenAddresses.Parse(url);
            switch (TryListen(address))
            {
                case null:
                    answers.Add($"{url} is free.");
                    break;
                case SocketError.AddressAlreadyInUse when await AnswersAsLiteBooks(address, cancel):
                    answers.Add($"A LiteBooks answers at {url}.");
                    break;
                case var error:
                    return Finding.Failure("address", error == SocketError.AddressAlreadyInUse ? $"{url} is in use by another program." : $"{url} cannot be listened on: {error}.");
            }
        }
        return Finding.Ok("address", string.Join(" ", answers));
    }

    private static SocketError? TryListen(Uri address)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.TryParse(address.DnsSafeHost, out var ip) ? ip : IPAddress.Loopback, address.Port);
            listener.Start();
            return null;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode;
        }
    }

    private static async Task<bool> AnswersAsLiteBooks(Uri address, CancellationToken cancel)
    {
        using var handler = new SocketsHttpHandler();
#pragma warning disable CA5359 // Nothing secret is sent, and whether the certificate is good is another check's.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        using var client = new HttpClient(handler) { Timeout = Patience };
        try
        {
            var host = address.Host is "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
            var home = await client.GetStringAsync(new UriBuilder(address) { Host = host }.Uri, cancel);
            using var json = JsonDocument.Parse(home);
            return json.RootElement.TryGetProperty("name", out var name) && name.GetString() == "LiteBooks";
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or InvalidOperationException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }
}
