using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Mailing;

/// <summary>What goes out, and when.</summary>
public sealed class MailTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_new_user_is_welcomed_by_SMTP_once()
    {
        await using var smtp = new MailServer();
        await using var server = await Start(smtp.Settings);
        using var api = new Api(server.Address);
        (await api.Post(TestUsers.Path, TestUsers.New("ada", "admin").With("full_name", "Ada Łovelace"))).ShouldBe(201);

        await Eventually.Is(() => smtp.Received.Count == 1);

        var mail = smtp.Received.Single();
        Assert.Equal(("Ada Łovelace", "ada@example.org"), (mail.To.Mailboxes.Single().Name, mail.To.Mailboxes.Single().Address));
        Assert.Equal("shop@example.org", mail.From.Mailboxes.Single().Address);
        Assert.Contains("Your username is ada", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(Team.Password, mail.ToString(), StringComparison.Ordinal);
        await Eventually.Is(() => Rows("SELECT COUNT(*) FROM outbox WHERE sent_at IS NOT NULL AND next_at IS NULL AND attempts = 1") is ["1"]);
    }

    [Fact]
    public async Task What_is_refused_is_tried_again_until_it_goes()
    {
        await using var smtp = new MailServer { Refuses = true };
        await using var server = await Start(smtp.Settings);
        using var api = new Api(server.Address);
        (await api.Post(TestUsers.Path, TestUsers.New("ada", "admin"))).ShouldBe(201);
        await Eventually.Is(() => smtp.Refused >= 2);
        Assert.Empty(smtp.Received);
        Assert.Equal(["1"], Rows("SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND attempts > 0 AND last_error IS NOT NULL"));

        smtp.Refuses = false;

        await Eventually.Is(() => smtp.Received.Count == 1);
    }

    [Fact]
    public async Task A_mail_that_could_not_go_before_the_end_goes_after_the_next_start()
    {
        await using (var server = await Start(("Smtp:Host", "127.0.0.1"), ("Smtp:Port", "1"), ("Smtp:Security", "none")))
        {
            using var api = new Api(server.Address);
            (await api.Post(TestUsers.Path, TestUsers.New("ada", "admin"))).ShouldBe(201);
            await Eventually.Is(() => Rows("SELECT attempts > 0 FROM outbox") is ["1"]);
        }
        await using var smtp = new MailServer();
        await using (await Start(smtp.Settings))
            await Eventually.Is(() => smtp.Received.Count == 1);
    }

    [Fact]
    public async Task A_user_who_was_not_added_is_not_welcomed()
    {
        await using var server = await Start();
        using var api = new Api(server.Address);
        (await api.Post(TestUsers.Path, TestUsers.New("ada", "viewer"))).ShouldBe(400);
        (await api.Post(TestUsers.Path, TestUsers.New("ada", "admin"))).ShouldBe(201);
        var token = Team.Bearer(await api.SignIn("ada", Team.Password));
        (await api.Post(TestUsers.Path, TestUsers.New("ADA"), token)).ShouldBe(409);

        Assert.Equal(["ada@example.org"], Rows("SELECT to_address FROM outbox"));
        Assert.Equal(["registered", "signed_in"], Rows("SELECT kind FROM activity ORDER BY id"));
    }

    [Fact]
    public async Task Without_a_server_mails_are_laid_beside_the_database_for_their_owner_alone()
    {
        await using var server = await Start();
        using var api = new Api(server.Address);
        (await api.Post(TestUsers.Path, TestUsers.New("ada", "admin"))).ShouldBe(201);
        var folder = _folder.File("books.db.mail");

        await Eventually.Is(() => Directory.Exists(folder) && Directory.GetFiles(folder, "*.eml") is [_]);

        var mail = await MimeKit.MimeMessage.LoadAsync(Directory.GetFiles(folder, "*.eml").Single());
        Assert.Equal("ada@example.org", mail.To.Mailboxes.Single().Address);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task A_name_cannot_add_headers_to_a_mail()
    {
        await using var smtp = new MailServer();
        await using var server = await Start(smtp.Settings);
        using var api = new Api(server.Address);
        (await api.Post(TestUsers.Path, TestUsers.New("ada", "admin").With("full_name", "Ada\r\nBcc: eve@example.org\r\n\r\nBuy"))).ShouldBe(201);

        await Eventually.Is(() => smtp.Received.Count == 1);

        Assert.Equal(["ada@example.org"], smtp.Received.Single().To.Mailboxes.Concat(smtp.Received.Single().Bcc.Mailboxes).Select(mailbox => mailbox.Address));
    }

    [Theory]
    [InlineData("Ada\r\nKing\t of  Lovelace\u2028", "Ada King of Lovelace")]
    [InlineData("=?utf-8?q?x?=", "=?utf-8?q?x?=")]
    [InlineData("Ada =?utf-8?q?Bcc=3A?= \"x\" <eve@example.org>,", "Ada =?utf-8?q?Bcc=3A?= \"x\" <eve@example.org>,")]
    [InlineData("Ådå łőñğ näme 😀😀😀😀😀😀😀😀😀😀😀😀 =?utf-8?b?eA==?=", "Ådå łőñğ näme 😀😀😀😀😀😀😀😀😀😀😀😀 =?utf-8?b?eA==?=")]
    public async Task A_reader_sees_a_name_as_it_was_typed_and_on_one_line(string name, string seen)
    {
        await using var smtp = new MailServer();
        await using var server = await Start(smtp.Settings);
        using var api = new Api(server.Address);
        (await api.Post(TestUsers.Path, TestUsers.New("ada", "admin").With("full_name", name))).ShouldBe(201);

        await Eventually.Is(() => smtp.Received.Count == 1);

        var mail = smtp.Received.Single();
        var to = mail.To.Mailboxes.Single();
        Assert.Equal((seen, "ada@example.org"), (to.Name, to.Address));
        Assert.Contains($"Hello {seen},", mail.TextBody, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<RunningServer> Start(params (string Name, string Value)[] settings) =>
        RunningServer.Start(_folder.File("books.db"), [("Catalog:Sample", "false"), .. settings]);

    private IReadOnlyList<string> Rows(string sql)
    {
        using var database = TestDatabase.Connect(_folder.File("books.db"));
        return database.Rows(sql);
    }
}
