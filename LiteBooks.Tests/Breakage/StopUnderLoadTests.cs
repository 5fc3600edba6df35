using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

[Trait("Category", "Faults")]
public sealed class StopUnderLoadTests : FaultGround
{
    // Whoever waits longer waits for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [SkippableFact]
    public async Task A_stop_under_load_answers_what_was_accepted_and_leaves_one_file()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no termination signal to send on Windows.");
        var promises = new Promises(clients: 16);
        await using var server = await Start(("Http:DrainSeconds", "30"));
        var writing = promises.Run(server.Address, CancellationToken.None);
        await Eventually.Is(() => promises.Acknowledged > 100);

        Assert.Equal(0, await server.Terminate().WaitAsync(Patience));

        await writing.WaitAsync(Patience);
        Assert.False(File.Exists(Database + "-wal"));
        Assert.False(File.Exists(Database + "-shm"));
        Assert.Empty(promises.Refusals);
        promises.ShouldBeKept(Database);
    }

    [SkippableFact]
    public async Task A_request_under_way_is_answered_before_the_end()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no termination signal to send on Windows.");
        await using var server = await Start(("Http:DrainSeconds", "30"));
        var body = TestBooks.Minimal().With("title", "Under way").ToJsonString();
        using var client = await HalfSent(server, body);
        var end = server.Terminate();
        await server.ShouldWrite("shutting down");

        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(body[10..]));

        Assert.StartsWith("HTTP/1.1 201 ", await new StreamReader(client.GetStream()).ReadToEndAsync().WaitAsync(Patience), StringComparison.Ordinal);
        Assert.Equal(0, await end.WaitAsync(Patience));
        using var database = TestDatabase.Connect(Database);
        Assert.Equal(["Under way"], database.Rows("SELECT title FROM books"));
    }

    [SkippableFact]
    public async Task A_client_that_never_ends_its_body_holds_up_the_end_no_longer_than_is_set()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no termination signal to send on Windows.");
        await using var server = await Start(("Http:DrainSeconds", "1"), ("Http:TimeoutSeconds", "3600"));
        using var client = await HalfSent(server, TestBooks.Minimal().ToJsonString());
        using var drip = new CancellationTokenSource();
        var dripping = Drip(client, drip.Token);
        var began = Stopwatch.GetTimestamp();

        Assert.Equal(0, await server.Terminate().WaitAsync(Patience));

        await drip.CancelAsync();
        await dripping;
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, Patience);
        Assert.False(File.Exists(Database + "-wal"));
        Assert.False(File.Exists(Database + "-shm"));
    }

    // The server has the request when its first line is answered by 100.
    private static async Task<TcpClient> HalfSent(ChildServer server, string body)
    {
        var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {Api.Books} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"));
        var answer = new byte["HTTP/1.1 100 Continue\r\n\r\n".Length];
        await client.GetStream().ReadExactlyAsync(answer);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(body[..10]));
        return client;
    }

    // Blanks, fast enough for the server not to take the client for one that has gone.
    private static async Task Drip(TcpClient client, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await client.GetStream().WriteAsync("{"u8.ToArray(), CancellationToken.None);
                await Task.Delay(20, CancellationToken.None);
            }
        }
        catch (IOException)
        {
            // Cut off.
        }
    }
}
