using System.Globalization;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reports;

public sealed class GetReportTests(Team team) : IClassFixture<Team>
{
    private static readonly (string, string) Csv = ("Accept", "text/csv");

    [Fact]
    public async Task An_editor_sees_its_own_alone_and_an_administrator_all()
    {
        var (_, token) = await team.Join("editor2", "editor");
        var (own, others) = (await team.Api.Ask(TestReports.Inventory, team.Editor), await team.Api.Ask(TestReports.Inventory, team.Admin));

        (await team.Api.Get(TestReports.At(own), team.Editor)).ShouldBe(200);
        (await team.Api.Get(TestReports.At(own), team.Admin)).ShouldBe(200);
        (await team.Api.Get(TestReports.At(own), Team.Bearer(token))).ShouldBeProblem(404, "not_found");
        (await team.Api.Get(TestReports.At(own), Team.Bearer(token), Csv)).ShouldBeProblem(404, "not_found");
        (await team.Api.Get(TestReports.At(others), team.Editor)).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task An_administrator_who_has_become_an_editor_no_longer_sees_what_was_made_for_an_administrator()
    {
        var (user, token) = await team.Join("admin2", "admin");
        var before = await team.Api.Ask(TestReports.Inventory, Team.Bearer(token));
        (await team.Api.Get(TestReports.At(before), Team.Bearer(token))).ShouldBe(200);
        (await team.Api.Patch(TestUsers.At(user), """{"role":"editor"}""", team.Admin)).ShouldBe(200);

        (await team.Api.Get(TestReports.At(before), Team.Bearer(token))).ShouldBeProblem(404, "not_found");
        var data = await team.Api.Figures(TestReports.Inventory, Team.Bearer(token));
        Assert.DoesNotContain("copies_by_genre", data.SeriesNames());
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("text/csv, application/json;q=0.9, */*;q=0.1")]
    [InlineData("TEXT/*")]
    public async Task A_completed_report_comes_as_csv(string accept)
    {
        await team.Api.Post(Api.Books, TestBooks.Minimal().With("genre", "a, \"b\"\nc").With("price", 12.5m), team.Editor);
        var id = await team.Api.Ask(TestReports.Of("inventory", new System.Text.Json.Nodes.JsonObject { ["genre"] = "a, \"b\"\nc" }), team.Editor);
        await team.Api.Finished(id, team.Editor);

        var answer = (await team.Api.Get(TestReports.At(id), team.Editor, ("Accept", accept))).ShouldBe(200);

        Assert.Equal(("text/csv; charset=utf-8; header=present", $"attachment; filename=report-{id}.csv", "Accept, Authorization", "no-store"),
            (answer.Header("Content-Type"), answer.Header("Content-Disposition"), answer.Header("Vary"), answer.Header("Cache-Control")));
        Assert.StartsWith("series,unit,label,value,id\r\ntotals,,books,", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\r\nbooks_by_genre,books,\"a, \"\"b\"\"\nc\",", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\r\nbooks_by_decade,books,,", answer.Text, StringComparison.Ordinal);
        (await team.Api.Get(TestReports.At(id), team.Editor, Csv, ("If-None-Match", answer.ETag))).ShouldBe(304);
        Assert.NotEqual(answer.ETag, (await team.Api.Get(TestReports.At(id), team.Editor)).ETag);
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json, text/csv")]
    [InlineData("text/csv;q=0.5, application/json")]
    [InlineData("text/csv;q=0, */*")]
    public async Task Json_comes_where_csv_is_not_preferred(string accept)
    {
        var id = await team.Api.Ask(TestReports.Inventory, team.Editor);

        var answer = (await team.Api.Get(TestReports.At(id), team.Editor, ("Accept", accept))).ShouldBe(200);

        Assert.Equal(("application/json; charset=utf-8", "Accept, Authorization"), (answer.Header("Content-Type"), answer.Header("Vary")));
    }

    [Theory]
    [InlineData("/api/v1/reports/1", "text/html")]
    [InlineData("/api/v1/reports/1", "text/csv;q=0, application/json;q=0")]
    [InlineData("/api/v1/reports", "text/csv")]
    [InlineData("/api/v1/books", "text/csv")]
    public async Task Other_forms_are_not_acceptable(string path, string accept)
    {
        (await team.Api.Get(path, team.Admin, ("Accept", accept))).ShouldBeProblem(406, "not_acceptable");
    }

    [Fact]
    public async Task An_unfinished_report_has_no_csv_and_asks_to_come_again()
    {
        var id = ReportRows.AddUnfinished(team.DatabasePath, team.IdOf("editor"));

        var json = (await team.Api.Get(TestReports.At(id), team.Editor)).ShouldBe(200);
        Assert.Equal(("processing", "1"), (json.Json.Text("status"), json.Header("Retry-After")));
        var csv = await team.Api.Get(TestReports.At(id), team.Editor, Csv);
        csv.ShouldBeProblem(409, "report_unfinished");
        Assert.Equal("1", csv.Header("Retry-After"));
    }

    [Theory]
    [InlineData("inventory", ReportRows.Broken, "Something went wrong inside the server. Its log has the cause under this report's id.")]
    [InlineData("weather", "{}", "This server makes no reports of this type.")]
    [InlineData("sales", """{"from":"zzz"}""", "This server cannot read the filters: filters.from: Expected a day such as 2026-11-01.")]
    [InlineData("inventory", """{"pric":1}""", "This server cannot read the filters: filters.pric: There is no such member.")]
    [InlineData("popular", """{"min_price":"1","colour":2}""", "This server cannot read the filters: filters.min_price: Expected a number, not a text. filters.colour: There is no such member.")]
    public async Task A_failed_report_says_why_and_nothing_of_the_inside(string type, string filters, string reason)
    {
        var id = ReportRows.Add(team.DatabasePath, type, filters);

        // Filters that are no object are shown as they lie there.
        using var api = new Api(team.Address, isChecked: filters != ReportRows.Broken);
        var report = await api.Finished(id, team.Admin);

        Assert.Equal(("failed", reason), (report.Text("status"), report.Text("error")));
        Assert.Equal("null", report.GetProperty("data").GetRawText());
        (await team.Api.Get(TestReports.At(id), team.Admin, Csv)).ShouldBeProblem(409, "report_unfinished");
        Assert.Null((await api.Get(TestReports.At(id), team.Admin)).Header("Retry-After"));
    }

    [Fact]
    public async Task Its_tag_changes_with_its_state()
    {
        var id = ReportRows.AddUnfinished(team.DatabasePath);
        var before = await team.Api.Get(TestReports.At(id), team.Admin);
        ReportRows.Change(team.DatabasePath, "UPDATE reports SET status = 'failed', error = 'x', finished_at = @p1, version = version + 1 WHERE id = @p0", id, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

        (await team.Api.Delete(TestReports.At(id), team.Admin, ("If-Match", before.ETag))).ShouldBeProblem(412, "version_mismatch");
        var after = (await team.Api.Get(TestReports.At(id), team.Admin, ("If-None-Match", before.ETag))).ShouldBe(200);
        (await team.Api.Delete(TestReports.At(id), team.Admin, ("If-Match", after.ETag))).ShouldBe(204);
    }

    [Theory]
    [InlineData("x", 422)]
    [InlineData("999999", 404)]
    [InlineData("99999999999999999999", 404)]
    public async Task An_id_that_there_is_not_is_told(string id, int status)
    {
        Assert.Equal(status, (await team.Api.Get($"{TestReports.Path}/{id}", team.Admin)).Status);
        Assert.Equal(status, (await team.Api.Delete(string.Create(CultureInfo.InvariantCulture, $"{TestReports.Path}/{id}"), team.Admin)).Status);
    }
}
