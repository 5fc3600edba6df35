using System.Net.Sockets;
using System.Text;

namespace LiteBooks.Tests.Support;

/// <summary>A connection for what no HTTP client would send.</summary>
internal static class RawConnection
{
    public static async Task<TcpClient> To(Uri address)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        return client;
    }

    /// <summary>What comes before the end, however the line ends.</summary>
    public static async Task<string> ReadToEnd(this TcpClient client)
    {
        using var answer = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(answer);
        }
        catch (IOException)
        {
            // Cut off by the server.
        }
        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
