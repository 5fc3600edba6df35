using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Mailing;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests;

/// <summary>Orders, reports and registrations at once, and <c>kill -9</c> at random moments: what was accepted is kept and carried on.</summary>
public sealed class KillTests : IDisposable
{
    private const int Rounds = 20;
    private const int Copies = 100_000;

    private readonly TempFolder _folder = new();
    private readonly ConcurrentBag<long> _orders = [];
    private readonly ConcurrentBag<long> _reports = [];
    private readonly ConcurrentBag<string> _users = [];
    private int _last;

    [Fact]
    public async Task Nothing_that_was_accepted_is_lost()
    {
        await using var smtp = new MailServer();
        await using (var server = await Start(smtp))
            await Prepare(server.Address);
        for (var round = 0; round < Rounds; round++)
        {
            await using var server = await Start(smtp);
            await Load(server, TimeSpan.FromMilliseconds(Random.Shared.Next(20, 700)));
            ShouldBeWhole();
        }
        await using var last = await Start(smtp);
        await Eventually.Is(() => Rows("SELECT COUNT(*) FROM reports WHERE status IN ('pending', 'processing')") is ["0"]);
        await Eventually.Is(() => Rows("SELECT COUNT(*) FROM outbox WHERE next_at IS NOT NULL") is ["0"]);

        Assert.NotEmpty(_orders);
        Assert.NotEmpty(_reports);
        Assert.NotEmpty(_users);
        Assert.Empty(_orders.Select(id => $"{id}").Except(Rows("SELECT id FROM orders")));
        Assert.Empty(_reports.Select(id => $"{id}").Except(Rows("SELECT id FROM reports WHERE status IN ('completed', 'failed') AND finished_at IS NOT NULL")));
        var mails = smtp.Received.Select(mail => (To: mail.To.Mailboxes.Single().Address, mail.Subject)).ToList();
        Assert.Empty(_users.Except(Rows("SELECT username FROM users")));
        Assert.Empty(Rows("SELECT email FROM users").Except(mails.Where(mail => mail.Subject!.StartsWith("Welcome", StringComparison.Ordinal)).Select(mail => mail.To)));
        Assert.True(mails.Count >= int.Parse(Rows("SELECT COUNT(*) FROM users")[0], System.Globalization.CultureInfo.InvariantCulture) + _orders.Count);
    }

    public void Dispose() => _folder.Dispose();

    private string Database => _folder.File("books.db");

    private Task<ChildServer> Start(MailServer smtp) =>
        ChildServer.Start(Database, [("Catalog:Sample", "true"), ("Auth:SigningKey", Team.SigningKey), .. smtp.Settings]);

    private static async Task Prepare(Uri address)
    {
        using var api = new Api(address);
        (await api.Post(TestUsers.Path, TestUsers.New("admin", "admin"))).ShouldBe(201);
        var admin = Team.Bearer(await api.SignIn("admin", Team.Password));
        for (var id = 1; id <= 5; id++)
            (await api.Patch($"/api/v1/admin/books/{id}", new JsonObject { ["stock_quantity"] = Copies }, admin)).ShouldBe(200);
    }

    private async Task Load(ChildServer server, TimeSpan time)
    {
        using var api = new Api(server.Address);
        var admin = Team.Bearer(await api.SignIn("admin", Team.Password));
        var workers = new[]
        {
            Repeat(async () => _orders.Add((await Accepted(api.Post("/api/v1/users/1/orders", $$"""{"items":[{"book_id":{{Random.Shared.Next(1, 6)}},"quantity":{{Random.Shared.Next(1, 5)}}}]}""", admin))).Json.Id())),
            Repeat(() => Cancel(api, admin)),
            Repeat(async () => _reports.Add((await Accepted(api.Post("/api/v1/reports", $$"""{"report_type":"{{(Random.Shared.Next(2) == 0 ? "sales" : "inventory")}}"}""", admin))).Json.GetProperty("report_id").GetInt64())),
            Repeat(async () => _users.Add((await Accepted(api.Post(TestUsers.Path, TestUsers.New($"user_{Interlocked.Increment(ref _last)}"), admin))).Json.Text("username")!)),
        };
        await Task.Delay(time);
        await server.Kill();
        await Task.WhenAll(workers);
    }

    // Until the server is gone; an answer that did not come says nothing.
    private static async Task Repeat(Func<Task> request)
    {
        try
        {
            while (true)
                await request();
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return;
        }
    }

    private static async Task<Answer> Accepted(Task<Answer> request)
    {
        var answer = await request;
        Assert.InRange(answer.Status, 200, 299);
        return answer;
    }

    private async Task Cancel(Api api, (string, string) admin)
    {
        await Task.Delay(5);
        // Without an order yet it asks for none, for only a request notices that the server is gone.
        var known = _orders.TryPeek(out var id);
        Assert.True((await api.Patch($"/api/v1/users/1/orders/{id}", """{"status":"cancelled"}""", admin)).Status is 200 or 409 || !known);
    }

    // As another process finds the file that was left behind.
    private void ShouldBeWhole()
    {
        Assert.Equal(["ok"], Rows("PRAGMA integrity_check"));
        Assert.Empty(Rows("PRAGMA foreign_key_check"));
        Assert.Empty(Rows($"""
            SELECT b.id, b.stock_quantity
            FROM books b
            WHERE b.stock_quantity + (
                SELECT coalesce(sum(i.quantity), 0)
                FROM order_items i
                JOIN orders o ON o.id = i.order_id
                WHERE i.book_id = b.id AND o.status <> 'cancelled') <> {Copies}
            """));
    }

    private IReadOnlyList<string> Rows(string sql)
    {
        using var database = TestDatabase.Connect(Database);
        return database.Rows(sql);
    }
}
