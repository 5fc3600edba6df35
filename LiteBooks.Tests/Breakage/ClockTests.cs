using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>The machine's clock is set, by hours or years, while the server runs.</summary>
[Trait("Category", "Faults")]
public sealed class ClockTests : FaultGround
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static TheoryData<int> Hours => [3, -3, 24 * 365 * 10, -24 * 365 * 10];

    [SkippableTheory]
    [MemberData(nameof(Hours))]
    public async Task Requests_go_on_and_times_are_those_of_the_clock(int hours)
    {
        using var faults = new FaultControl();
        await using var server = await Start(faults);
        using var api = new Api(server.Address);
        var before = await api.Create();
        var promises = new Promises(clients: 4);
        using var stop = new CancellationTokenSource();
        var writing = promises.Run(server.Address, stop.Token);

        faults.ShiftClock(TimeSpan.FromHours(hours));

        var created = await api.Create();
        IsNear(Time(created, "created_at"), TimeSpan.FromHours(hours));
        var changed = (await api.Patch(TestBooks.At(before), """{"title":"Changed"}""")).ShouldBe(200).Json;
        Assert.Equal(before.Text("created_at"), changed.Text("created_at"));
        IsNear(Time(changed, "updated_at"), TimeSpan.FromHours(hours));
        (await api.Get("/health/ready")).ShouldBe(200);
        faults.ShiftClock(TimeSpan.Zero);
        IsNear(Time(await api.Create(), "created_at"), TimeSpan.Zero);
        await stop.CancelAsync();
        await writing;
        Assert.Empty(promises.Refusals);
        promises.ShouldBeKept(Database, apartFrom: 3);
    }

    [SkippableFact]
    public async Task A_token_ends_by_the_clock_and_no_earlier()
    {
        using var faults = new FaultControl();
        await using var server = await Start(faults, ("Auth:TokenMinutes", "60"));
        using var api = new Api(server.Address);
        (await api.Post(TestUsers.Path, TestUsers.New("ada", "admin"))).ShouldBe(201);
        var token = Team.Bearer(await api.SignIn("ada", Team.Password));

        foreach (var (shift, status) in new[] { (TimeSpan.Zero, 200), (TimeSpan.FromMinutes(55), 200), (TimeSpan.FromHours(2), 401), (-Year, 200), (10 * Year, 401), (TimeSpan.Zero, 200) })
        {
            faults.ShiftClock(shift);
            // Not by the assertion of problems, which knows the machine's time alone.
            (await api.Get("/auth/me", token)).ShouldBe(status);
        }
    }

    [SkippableFact]
    public async Task Failed_sign_ins_cost_no_more_than_they_do_where_the_clock_is_set_back()
    {
        using var faults = new FaultControl();
        faults.ShiftClock(Year);
        await using var server = await Start(faults);
        using var api = new Api(server.Address);
        (await api.Post(TestUsers.Path, TestUsers.New("ada", "admin"))).ShouldBe(201);
        for (var i = 0; i < 5; i++)
            (await api.TryToSignIn("ada", "wrong")).ShouldBe(401);

        faults.ShiftClock(TimeSpan.Zero);

        for (var until = DateTime.UtcNow.AddMinutes(1); (await api.TryToSignIn("ada", Team.Password)).Status != 200; await Task.Delay(500))
            Assert.True(DateTime.UtcNow < until, "The wait did not end.");
    }

    [SkippableFact]
    public async Task The_minute_of_the_rate_limit_is_a_minute_of_waiting()
    {
        using var faults = new FaultControl();
        await using var server = await Start(faults, ("RateLimit:PerMinute", "3"), ("RateLimit:Loopback", "true"));
        using var api = new Api(server.Address);
        foreach (var shift in new[] { TimeSpan.Zero, Year, -Year })
        {
            faults.ShiftClock(shift);
            (await api.Get(Api.Books)).ShouldBe(200);
        }

        faults.ShiftClock(2 * Year);

        // As above.
        Assert.Equal("rate_limited", (await api.Get(Api.Books)).ShouldBe(429).Json.Text("code"));
    }

    [SkippableFact]
    public async Task A_clock_that_jumps_ahead_deletes_no_report_and_forgets_no_mail()
    {
        using var faults = new FaultControl();
        await using var server = await Start(faults);
        using var api = new Api(server.Address);
        (await api.Post(TestUsers.Path, TestUsers.New("ada", "admin"))).ShouldBe(201);
        var token = Team.Bearer(await api.SignIn("ada", Team.Password));
        await MakeReport(api, token);
        await Eventually.Is(() => Rows("SELECT COUNT(*) FROM outbox WHERE sent_at IS NOT NULL") is ["1"]);

        faults.ShiftClock(10 * Year);

        // When the next report is made and the next mail sent, the workers have passed where they prune.
        token = Team.Bearer(await api.SignIn("ada", Team.Password));
        for (var i = 0; i < 2; i++)
            await MakeReport(api, token);
        (await api.Post(TestUsers.Path, TestUsers.New("grace"), token)).ShouldBe(201);
        await Eventually.Is(() => Rows("SELECT COUNT(*) FROM outbox WHERE sent_at IS NOT NULL") is ["2"]);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(["3"], Rows("SELECT COUNT(*) FROM reports"));
        Assert.Equal(["2"], Rows("SELECT COUNT(*) FROM outbox"));
    }

    [SkippableFact]
    public async Task A_clock_that_is_set_back_holds_up_neither_reports_nor_mails()
    {
        using var faults = new FaultControl();
        faults.ShiftClock(Year);
        await using var server = await Start(faults);
        using var api = new Api(server.Address);
        (await api.Post(TestUsers.Path, TestUsers.New("ada", "admin"))).ShouldBe(201);
        var token = Team.Bearer(await api.SignIn("ada", Team.Password));
        // As if it had been written a moment before, by the clock as it was.
        using (var other = TestDatabase.Connect(Database))
            other.Run("UPDATE outbox SET sent_at = NULL, next_at = created_at + 5000");

        faults.ShiftClock(TimeSpan.Zero);

        await MakeReport(api, token);
        await Eventually.Is(() => Rows("SELECT COUNT(*) FROM outbox WHERE sent_at IS NOT NULL") is ["1"]);
    }

    private static async Task MakeReport(Api api, (string, string) token)
    {
        var id = (await api.Post("/api/v1/reports", """{"report_type":"inventory"}""", token)).ShouldBe(202).Json.GetProperty("report_id").GetInt64();
        for (var until = DateTime.UtcNow.AddMinutes(1); (await api.Get($"/api/v1/reports/{id}", token)).ShouldBe(200).Json.Text("status") != "completed"; await Task.Delay(50))
            Assert.True(DateTime.UtcNow < until, "The report was not made.");
    }

    private static DateTimeOffset Time(JsonElement book, string member) => book.GetProperty(member).GetDateTimeOffset();

    private static void IsNear(DateTimeOffset time, TimeSpan shift) =>
        Assert.InRange(time - shift, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));

    private IReadOnlyList<string> Rows(string sql)
    {
        using var database = TestDatabase.Connect(Database);
        return database.Rows(sql);
    }
}
