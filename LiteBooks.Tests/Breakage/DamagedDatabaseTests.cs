using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>What holds a server up whose database was overwritten: it does not start, or says that it cannot; it neither ends nor invents.</summary>
[Trait("Category", "Faults")]
public sealed class DamagedDatabaseTests : FaultGround
{
    private const int Books = 400;

    private static readonly string[] Refusals = ["database_damaged", "database_unavailable"];

    public static TheoryData<string> Damages => ["header", "garbage", "empty pages", "page headers", "cell pointers", "cut to half", "cut to a page", "cut within a page", "schema"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_start_on_a_damaged_database_is_refused_in_one_line_or_answers_that_it_is_damaged(string damage)
    {
        var (whole, books) = await Fill();
        Damage(damage);

        var (server, refusal) = await ChildServer.TryToStart(Database, Settings, []);

        refusal?.ShouldBeRefused("");
        await using (server)
        {
            if (server is not null)
                await ShouldTellOrBeRight(server, books);
        }
        // The operator restores a backup.
        File.WriteAllBytes(Database, whole);
        File.Delete(Database + "-wal");
        File.Delete(Database + "-shm");
        await ShouldServe(books);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damage_while_serving_is_told_and_ends_nothing(string damage)
    {
        var (_, books) = await Fill();
        await using var server = await Start();
        using var api = new Api(server.Address);
        (await api.Get(Api.Books)).ShouldBe(200);

        Damage(damage);

        await ShouldTellOrBeRight(server, books);
        (await api.Get("/health/live")).ShouldBe(200);
        await server.Terminate();
    }

    private async Task<(byte[] Whole, Dictionary<long, string> Books)> Fill()
    {
        var books = new Dictionary<long, string>();
        await using (var server = await Start())
        {
            using var api = new Api(server.Address);
            while (books.Count < Books)
            {
                var stored = await api.Create(TestBooks.Full().With("title", $"Volume {books.Count}").With("description", new string('d', 900)));
                books.Add(stored.Id(), stored.GetRawText());
            }
            Assert.Equal(0, await server.Terminate());
        }
        return (File.ReadAllBytes(Database), books);
    }

    private void Damage(string damage)
    {
        var length = new FileInfo(Database).Length;
        switch (damage)
        {
            case "header": DamagedFile.Flip(Database, 0, 100); break;
            case "garbage": DamagedFile.Garble(Database); break;
            case "empty pages": DamagedFile.FlipInEveryPage(Database, 0, 1); break;
            case "page headers": DamagedFile.FlipInEveryPage(Database, 1, 7); break;
            case "cell pointers": DamagedFile.FlipInEveryPage(Database, 8, 200); break;
            case "cut to half": DamagedFile.CutTo(Database, length / 8192 * 4096); break;
            case "cut to a page": DamagedFile.CutTo(Database, 4096); break;
            case "cut within a page": DamagedFile.CutTo(Database, length / 2 + 100); break;
            case "schema": DamagedFile.Flip(Database, 100, 3996); break;
            default: throw new ArgumentOutOfRangeException(nameof(damage), damage, "Unknown.");
        }
    }

    // A cache may still have what the file has no more, so a right answer is right.
    private static async Task ShouldTellOrBeRight(ChildServer server, Dictionary<long, string> books)
    {
        using var api = new Api(server.Address);
        foreach (var (id, stored) in books)
        {
            var answer = await api.Get(TestBooks.At(id));
            if (answer.Status == 200)
                Assert.Equal(stored, answer.Text);
            else
                ShouldTell(answer);
        }
        foreach (var path in new[] { Api.Books, Api.Books + "?search=volume", Api.Authors, Api.Books + "/facets", "/health/ready", "/internal/metrics" })
        {
            var answer = await api.Get(path);
            if (answer.Status != 200)
                ShouldTell(answer);
        }
        for (var i = 0; i < 20; i++)
        {
            var answer = await api.Post(Api.Books, TestBooks.Full());
            if (answer.Status != 201)
                ShouldTell(answer);
        }
    }

    private static void ShouldTell(Answer answer) =>
        Assert.Contains(answer.ShouldBeProblem(503, answer.ShouldBe(503).Json.Text("code")!).Json.Text("code")!, (string[])[.. Refusals, "not_ready"]);

    private async Task ShouldServe(Dictionary<long, string> books)
    {
        await using var server = await Start();
        using var api = new Api(server.Address);
        foreach (var (id, stored) in books)
            Assert.Equal(stored, (await api.Get(TestBooks.At(id))).ShouldBe(200).Text);
        await api.Create();
    }
}
