using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reports;

public sealed class ListReportTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task The_newest_come_first_without_their_figures()
    {
        var first = await team.Api.Ask(TestReports.Inventory, team.Editor);
        await team.Api.Finished(first, team.Editor);
        var second = await team.Api.Ask(TestReports.Of("popular"), team.Admin);

        var answer = (await team.Api.Get($"{TestReports.Path}?per_page=2", team.Admin)).ShouldBe(200);

        Assert.Equal([second, first], answer.Json.Ids());
        var item = answer.Json.GetProperty("items")[1];
        Assert.Equal(["id", "report_type", "filters", "user_id", "status", "created_at", "finished_at", "error"], item.Names());
        Assert.Equal((team.IdOf("editor"), "completed"), (item.GetProperty("user_id").GetInt64(), item.Text("status")));
        Assert.NotNull(answer.Header("X-Total-Count"));
        Assert.Contains("first", answer.Links.Keys);
    }

    [Fact]
    public async Task Type_and_status_filter()
    {
        var failed = await team.Api.Finished(ReportRows.Add(team.DatabasePath, "weather"), team.Admin);
        await team.Api.Finished(await team.Api.Ask(TestReports.Inventory, team.Admin), team.Admin);
        var popular = await team.Api.Finished(await team.Api.Ask(TestReports.Of("popular"), team.Admin), team.Admin);

        Assert.Contains(failed.Id(), (await List("status=failed")).Ids());
        Assert.All((await List("status=failed")).GetProperty("items").EnumerateArray(), item => Assert.Equal("failed", item.Text("status")));
        Assert.Contains(popular.Id(), (await List("report_type=popular&status=completed")).Ids());
        Assert.All((await List("report_type=popular")).GetProperty("items").EnumerateArray(), item => Assert.Equal("popular", item.Text("report_type")));
        Assert.Empty((await List("page=1000")).Ids());
    }

    [Theory]
    [InlineData("report_type=weather", "report_type")]
    [InlineData("status=done", "status")]
    [InlineData("page=0", "page")]
    [InlineData("per_page=101", "per_page")]
    public async Task A_wrong_parameter_is_invalid(string query, string parameter)
    {
        (await team.Api.Get($"{TestReports.Path}?{query}", team.Admin)).ShouldBeProblem(422, "validation_failed").WithFaultsIn(parameter);
    }

    private async Task<System.Text.Json.JsonElement> List(string query) => (await team.Api.Get($"{TestReports.Path}?{query}", team.Admin)).ShouldBe(200).Json;
}
