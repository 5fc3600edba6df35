using System.Net.Sockets;
using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

/// <summary>Requests that no HTTP client would send.</summary>
public sealed class BrokenRequestTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_body_whose_chunks_are_broken_is_a_bad_request_and_stores_nothing()
    {
        var before = await app.Api.Count();

        var answer = await Send($"POST {Api.Books} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"bad_request\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
        Assert.Equal(before, await app.Api.Count());
    }

    [Fact]
    public async Task An_old_client_without_a_host_is_answered()
    {
        var created = await app.Api.Create(TestBooks.Minimal().With("title", "For HTTP/1.0"));

        Assert.Contains("\"title\":\"For HTTP/1.0\"", await Send($"GET {TestBooks.At(created)} HTTP/1.0\r\n\r\n"), StringComparison.Ordinal);
    }

    private async Task<string> Send(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
