using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>Clients that send a byte a second, to hold the server up for others.</summary>
[Trait("Category", "Faults")]
public sealed class SlowCrowdTests : FaultGround
{
    private const int OfEachKind = 200;
    private const long Mebibyte = 1024 * 1024;

    // The server gives headers 15 seconds, and bodies not much longer.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Four_hundred_slow_clients_hold_nobody_up_and_are_cut_off()
    {
        await using var server = await Start();
        using var api = new Api(server.Address);
        await api.Create();
        var before = ProcessMemory.Of(server.ProcessId);
        var body = TestBooks.Full().ToJsonString();
        var slow = Enumerable.Range(0, OfEachKind).SelectMany(_ => new[]
        {
            Drip(server.Address, "", $"GET {Api.Books} HTTP/1.1\r\nHost: localhost\r\nX-Slow: {new string('x', 200)}\r\n\r\n"),
            Drip(server.Address, $"POST {Api.Books} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n", body),
        }).ToList();

        // Others come and go meanwhile, each answered well before the slow ones would be.
        for (var i = 0; i < 100; i++)
        {
            using var other = new Api(server.Address);
            (await other.Get(Api.Books)).ShouldBe(200);
            (await other.Post(Api.Books, TestBooks.Minimal())).ShouldBe(201);
        }
        Assert.Contains(slow, client => !client.IsCompleted);
        Assert.InRange(ProcessMemory.Of(server.ProcessId) - before, long.MinValue, 200 * Mebibyte);

        var answers = await Task.WhenAll(slow).WaitAsync(Patience);

        // Where anything came before the line ended, it is that it took too long.
        Assert.All(answers, answer => Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal), answer));
        Assert.Equal(101, await api.Count());
    }

    /// <summary>Sends the beginning at once and the rest at a byte a second; returns what came before the line ended.</summary>
    private static async Task<string> Drip(Uri address, string beginning, string rest)
    {
        using var client = await RawConnection.To(address);
        var answer = client.ReadToEnd();
        try
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(beginning));
            for (var sent = 0; sent < rest.Length && !answer.IsCompleted; sent++)
            {
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(rest, sent, 1));
                await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(1)));
            }
        }
        catch (IOException)
        {
            // Cut off.
        }
        return await answer;
    }
}
