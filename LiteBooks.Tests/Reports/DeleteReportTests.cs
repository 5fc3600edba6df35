using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reports;

public sealed class DeleteReportTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_deleted_report_is_gone_and_the_audit_has_it()
    {
        var id = await team.Api.Ask(TestReports.Inventory, team.Editor);
        await team.Api.Finished(id, team.Editor);

        (await team.Api.Delete(TestReports.At(id), team.Admin)).ShouldBe(204);

        (await team.Api.Get(TestReports.At(id), team.Admin)).ShouldBeProblem(404, "not_found");
        (await team.Api.Delete(TestReports.At(id), team.Admin)).ShouldBeProblem(404, "not_found");
        var entry = (await team.Api.Get($"/api/v1/admin/audit?resource=reports&resource_id={id}", team.Admin)).ShouldBe(200).Json.GetProperty("items")[0];
        Assert.Equal(("delete", "admin", "completed"), (entry.Text("action"), entry.Text("user"), entry.GetProperty("before").Text("status")));
    }

    [Fact]
    public async Task One_that_is_being_made_is_deleted_too()
    {
        var id = ReportRows.AddUnfinished(team.DatabasePath);

        (await team.Api.Delete(TestReports.At(id), team.Admin)).ShouldBe(204);

        (await team.Api.Get(TestReports.At(id), team.Admin)).ShouldBeProblem(404, "not_found");
    }
}
