using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reports;

/// <summary>What was accepted is made, however the server ends.</summary>
public sealed class ReportRestartTests : IDisposable
{
    private const int Asked = 40;

    private readonly TempFolder _folder = new();

    private string File => _folder.File("books.db");

    public ReportRestartTests() => TestDatabase.CopyTo(File);

    [Fact]
    public async Task Every_accepted_report_is_made_after_a_kill()
    {
        List<long> accepted = [];
        await using (var server = await ChildServer.Start(File, []))
        {
            using var api = new Api(server.Address);
            for (var i = 0; i < Asked; i++)
                accepted.Add(await api.Ask(TestReports.Of(i % 2 == 0 ? "inventory" : "popular")));
            await server.Kill();
        }

        await using var restarted = await ChildServer.Start(File, []);
        using var again = new Api(restarted.Address);

        foreach (var id in accepted)
            Assert.Equal("completed", (await again.Finished(id)).Text("status"));
    }

    [Fact]
    public async Task What_waits_or_was_begun_is_taken_up_at_the_start_and_given_up_after_three_attempts()
    {
        var waiting = ReportRows.Add(File, "inventory");
        var begun = ReportRows.Add(File, "inventory", status: "processing", attempts: 2);
        var hopeless = ReportRows.Add(File, "inventory", status: "processing", attempts: 3);

        await using var server = await RunningServer.Start(File, ("Catalog:Sample", "false"));
        using var api = new Api(server.Address);

        Assert.Equal("completed", (await api.Finished(waiting)).Text("status"));
        Assert.Equal("completed", (await api.Finished(begun)).Text("status"));
        var failed = await api.Finished(hopeless);
        Assert.Equal(("failed", "The making of this report was begun three times and never came to its end: the server crashed, or could not read its database."), (failed.Text("status"), failed.Text("error")));
    }

    [Fact]
    public async Task Reports_are_kept_as_long_as_the_setting_says_and_their_end_is_in_the_audit()
    {
        var now = DateTimeOffset.UtcNow;
        var old = ReportRows.Add(File, "inventory", status: "failed", finished: now.AddDays(-7).AddMinutes(-1).ToUnixTimeMilliseconds());
        var recent = ReportRows.Add(File, "inventory", status: "failed", finished: now.AddDays(-7).AddMinutes(10).ToUnixTimeMilliseconds());

        await using var server = await RunningServer.Start(File, ("Catalog:Sample", "false"), ("Reports:KeepDays", "7"));
        using var api = new Api(server.Address);
        // It prunes once it has made all that waits.
        await api.Finished(await api.Ask(TestReports.Inventory));
        for (var i = 0; i < 500 && ReportRows.Status(File, old) is not null; i++)
            await Task.Delay(20);

        (await api.Get(TestReports.At(old))).ShouldBeProblem(404, "not_found");
        (await api.Get(TestReports.At(recent))).ShouldBe(200);
        var entry = (await api.Get($"/api/v1/admin/audit?resource=reports&resource_id={old}")).ShouldBe(200).Json.GetProperty("items")[0];
        Assert.Equal(("delete", "(server)"), (entry.Text("action"), entry.Text("user")));
    }

    [Fact]
    public async Task A_read_only_server_makes_none_and_takes_none()
    {
        var waiting = ReportRows.Add(File, "inventory");

        await using var server = await RunningServer.Start(File, ("Database:ReadOnly", "true"));
        using var api = new Api(server.Address);

        (await api.Post(TestReports.Path, TestReports.Inventory)).ShouldBeProblem(403, "read_only");
        Assert.Equal("pending", (await api.Get(TestReports.At(waiting))).ShouldBe(200).Json.Text("status"));
    }

    public void Dispose() => _folder.Dispose();
}
