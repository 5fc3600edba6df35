using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Mailing;

/// <summary>A mail server that says nothing any more holds up neither the end of the server nor other mails for long.</summary>
public sealed class HangingServerTests : IDisposable
{
    // What the host gives its workers before it goes without them.
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder = new();

    [SkippableFact]
    public async Task A_server_that_is_told_to_end_meanwhile_ends_well_and_sends_the_mail_after_its_next_start()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no termination signal to send on Windows.");
        await using (var hanging = HangingMailServer.AtOnce())
        await using (var server = await Start(hanging.Settings))
        {
            await AddUser(server);
            await hanging.Hangs;

            Assert.Equal(0, await server.Terminate().WaitAsync(LongestStop));
        }
        Assert.Equal(["1|1|1"], Rows("SELECT attempts, sent_at IS NULL, next_at IS NOT NULL FROM outbox"));
        Assert.Matches("^The mail server 127.0.0.1:[0-9]+ did not take the mail within 15 seconds.$", Rows("SELECT last_error FROM outbox")[0]);
        await using var smtp = new MailServer();
        await using var next = await Start(smtp.Settings);
        await Eventually.Is(() => smtp.Received.Count == 1);
        await Eventually.Is(() => Rows("SELECT attempts FROM outbox WHERE sent_at IS NOT NULL") is ["2"]);
    }

    [Fact]
    public async Task A_mail_is_sent_once_the_server_has_taken_it_however_the_farewell_goes()
    {
        await using var hanging = HangingMailServer.At("QUIT");
        await using var server = await Start(hanging.Settings);
        await AddUser(server);
        await hanging.Hangs;

        // The carrier's own time-out is three times as long.
        await Task.Delay(TimeSpan.FromSeconds(5));

        Assert.Equal(["1|1"], Rows("SELECT attempts, sent_at IS NOT NULL FROM outbox"));
    }

    public void Dispose() => _folder.Dispose();

    private Task<ChildServer> Start((string Name, string Value)[] smtp) =>
        ChildServer.Start(_folder.File("books.db"), [("Catalog:Sample", "false"), .. smtp]);

    private static async Task AddUser(ChildServer server)
    {
        using var api = new Api(server.Address);
        (await api.Post(TestUsers.Path, TestUsers.New("ada", "admin"))).ShouldBe(201);
    }

    private IReadOnlyList<string> Rows(string sql)
    {
        using var database = TestDatabase.Connect(_folder.File("books.db"));
        return database.Rows(sql);
    }
}
