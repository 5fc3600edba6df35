namespace LiteBooks.Tests.Breakage;

[Trait("Category", "Faults")]
public sealed class KillUnderLoadTests : FaultGround
{
    private const int Rounds = 10;
    private const int Clients = 16;

    [Fact]
    public async Task Ten_kills_under_load_lose_no_acknowledged_write_and_leave_nothing_that_nobody_asked_for()
    {
        var promises = new Promises(Clients);
        for (var round = 0; round < Rounds; round++)
        {
            await using (var server = await Start())
            {
                var writing = promises.Run(server.Address, CancellationToken.None);
                await Task.Delay(Random.Shared.Next(200, 1500));
                await server.Kill();
                await writing;
            }
            // The server is the first to open what was left: half of the times it recovers it, half of the times another program.
            if (round % 2 == 0)
                await (await Start()).DisposeAsync();
            promises.ShouldBeKept(Database);
            Assert.Empty(promises.Refusals);
        }
        Assert.True(promises.Acknowledged > Rounds * Clients, $"Only {promises.Acknowledged} writes were acknowledged.");
    }
}
