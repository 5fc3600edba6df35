using System.Net.Sockets;
using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http.Traffic;

public sealed class SlowClientTests(SlowClientTests.Fixture app) : IClassFixture<SlowClientTests.Fixture>
{
    private const int Most = 4;

    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Http:TimeoutSeconds", "2"), ("Http:MaxConnections", $"{Most}"), .. base.Settings];
    }

    [Fact]
    public async Task A_body_that_does_not_arrive_in_time_is_given_up_and_stores_nothing()
    {
        var before = await app.Api.Count();
        using var client = await RawConnection.To(app.Address);
        await Send(client, $"POST {Api.Books} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{\"title\":");

        var answer = await client.ReadToEnd();

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"request_timeout\"", answer, StringComparison.Ordinal);
        Assert.Equal(before, await app.Api.Count());
    }

    [Fact]
    public async Task Connections_over_the_limit_are_closed_until_others_end()
    {
        var open = new Stack<TcpClient>();
        try
        {
            while (await RawConnection.To(app.Address) is var client && await IsServed(client))
                open.Push(client);
            Assert.InRange(open.Count, 1, Most);

            open.Pop().Dispose();

            for (var isServed = false; !isServed;)
            {
                using var next = await RawConnection.To(app.Address);
                isServed = await IsServed(next);
            }
        }
        finally
        {
            foreach (var client in open)
                client.Dispose();
        }
    }

    // The connection stays open if it is.
    private static async Task<bool> IsServed(TcpClient client)
    {
        await Send(client, "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        try
        {
            return await client.GetStream().ReadAsync(new byte[1]) == 1;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task Send(TcpClient client, string request)
    {
        try
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        }
        catch (IOException)
        {
            // Closed already, as one of them has to be.
        }
    }
}
