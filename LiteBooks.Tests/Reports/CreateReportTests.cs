using System.Globalization;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reports;

public sealed class CreateReportTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_report_is_accepted_and_told_where_it_will_be()
    {
        var answer = (await team.Api.Post(TestReports.Path, TestReports.Inventory, team.Editor)).ShouldBe(202);

        var id = answer.Json.GetProperty("report_id").GetInt64();
        Assert.Equal(["report_id", "status", "check_status_url"], answer.Json.Names());
        Assert.Equal(("pending", TestReports.At(id)), (answer.Json.Text("status"), answer.Json.Text("check_status_url")));
        Assert.Equal((TestReports.At(id), "1", "no-store"), (answer.Header("Location"), answer.Header("Retry-After"), answer.Header("Cache-Control")));
        var report = await team.Api.Finished(id, team.Editor);
        Assert.Equal(["id", "report_type", "filters", "status", "created_at", "finished_at", "data", "error"], report.Names());
        Assert.Equal((id, "inventory", "{}", "completed"), (report.Id(), report.Text("report_type"), report.GetProperty("filters").GetRawText(), report.Text("status")));
        Assert.Null(report.Text("error"));
        Assert.True(Time(report.Text("created_at")) <= Time(report.Text("finished_at")));
    }

    [Fact]
    public async Task Filters_are_told_as_they_were_given()
    {
        var filters = """{"genres":["Größe \\u0022", "b"], "min_price": 1.50}""";

        var id = (await team.Api.Post(TestReports.Path, $$"""{"report_type":"popular","filters":{{filters}}}""", team.Editor)).ShouldBe(202).Json.GetProperty("report_id").GetInt64();

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(filters), JsonNode.Parse((await team.Api.Finished(id, team.Editor)).GetProperty("filters").GetRawText())));
    }

    [Theory]
    [InlineData("""{}""", "report_type", "required")]
    [InlineData("""{"report_type":null}""", "report_type", "required")]
    [InlineData("""{"report_type":"weather"}""", "report_type", "not_in_list")]
    [InlineData("""{"report_type":"Inventory"}""", "report_type", "not_in_list")]
    [InlineData("""{"report_type":5}""", "report_type", "wrong_type")]
    [InlineData("""{"report_type":"inventory","filters":[]}""", "filters", "wrong_type")]
    [InlineData("""{"report_type":"inventory","filters":"{}"}""", "filters", "wrong_type")]
    [InlineData("""{"report_type":"inventory","extra":1}""", "extra", "unknown_member")]
    [InlineData("""{"report_type":"inventory","filters":{"pric":1}}""", "filters.pric", "unknown_member")]
    [InlineData("""{"report_type":"popular","filters":{"page":1}}""", "filters.page", "unknown_member")]
    [InlineData("""{"report_type":"inventory","filters":{"min_price":"1"}}""", "filters.min_price", "wrong_type")]
    [InlineData("""{"report_type":"popular","filters":{"min_price":-1}}""", "filters.min_price", "out_of_range")]
    [InlineData("""{"report_type":"inventory","filters":{"published_after":999}}""", "filters.published_after", "out_of_range")]
    [InlineData("""{"report_type":"inventory","filters":{"published_after":1999.5}}""", "filters.published_after", "wrong_type")]
    [InlineData("""{"report_type":"inventory","filters":{"in_stock":"true"}}""", "filters.in_stock", "wrong_type")]
    [InlineData("""{"report_type":"inventory","filters":{"status":"gone"}}""", "filters.status", "not_in_list")]
    [InlineData("""{"report_type":"inventory","filters":{"statuses":["gone"]}}""", "filters.statuses", "not_in_list")]
    [InlineData("""{"report_type":"inventory","filters":{"genres":"novel"}}""", "filters.genres", "wrong_type")]
    [InlineData("""{"report_type":"inventory","filters":{"genres":["a",1]}}""", "filters.genres[1]", "wrong_type")]
    [InlineData("""{"report_type":"inventory","filters":{"search":"x"}}""", "filters.search", "too_short")]
    [InlineData("""{"report_type":"inventory","filters":{"author":"\u0000"}}""", "filters.author", "control_character")]
    [InlineData("""{"report_type":"inventory","filters":{"author":"\ud800"}}""", "filters.author", "invalid_unicode")]
    public async Task A_wrong_value_is_told_with_its_path(string body, string field, string code)
    {
        (await team.Api.Post(TestReports.Path, body, team.Editor)).ShouldBeInvalid((field, code));
    }

    [Fact]
    public async Task All_faults_come_at_once()
    {
        (await team.Api.Post(TestReports.Path, """{"report_type":"inventory","filters":{"min_price":-1,"status":"gone","pric":1}}""", team.Editor))
            .ShouldBeInvalid(("filters.min_price", "out_of_range"), ("filters.status", "not_in_list"), ("filters.pric", "unknown_member"));
    }

    [Fact]
    public async Task Too_many_values_are_refused()
    {
        var genres = new JsonArray([.. Enumerable.Range(0, 21).Select(i => (JsonNode)$"genre {i}")]);

        (await team.Api.Post(TestReports.Path, TestReports.Of("inventory", new JsonObject { ["genres"] = genres }), team.Editor)).ShouldBeInvalid(("filters.genres", "too_many"));
    }

    [Fact]
    public async Task Overlong_filters_are_refused()
    {
        var body = """{"report_type":"inventory","filters":{"min_price":1.""" + new string('0', 70_000) + "}}";

        (await team.Api.Post(TestReports.Path, body, team.Editor)).ShouldBeInvalid(("filters", "too_long"));
    }

    [Theory]
    [InlineData("""{"report_type":"inventory","filters":{"genre":"a","genre":"b"}}""")]
    [InlineData("""{"report_type":"inventory","filters":{"\ud800":1}}""")]
    public async Task Malformed_json_is_refused_inside_the_filters_too(string body)
    {
        (await team.Api.Post(TestReports.Path, body, team.Editor)).ShouldBeProblem(400, "malformed_json");
    }

    [Fact]
    public async Task A_repeat_under_a_key_is_the_same_report()
    {
        (string, string) key = ("Idempotency-Key", "report-1");
        var first = (await team.Api.Post(TestReports.Path, TestReports.Inventory, team.Editor, key)).ShouldBe(202);
        await team.Api.Finished(first.Json.GetProperty("report_id").GetInt64(), team.Editor);

        var again = (await team.Api.Post(TestReports.Path, TestReports.Inventory, team.Editor, key)).ShouldBe(202);

        Assert.Equal((first.Text, first.Header("Location"), "1", "true"), (again.Text, again.Header("Location"), again.Header("Retry-After"), again.Header("Idempotency-Replayed")));
        (await team.Api.Post(TestReports.Path, TestReports.Of("popular"), team.Editor, key)).ShouldBeProblem(422, "idempotency_key_reused");
    }

    [Fact]
    public async Task Who_asked_is_in_the_audit()
    {
        var id = await team.Api.Ask(TestReports.Of("popular", new JsonObject { ["genre"] = "novel" }), team.Editor);

        var entry = (await team.Api.Get($"/api/v1/admin/audit?resource=reports&resource_id={id}", team.Admin)).ShouldBe(200).Json.GetProperty("items").EnumerateArray().Single();

        Assert.Equal(("create", "editor"), (entry.Text("action"), entry.Text("user")));
        Assert.Equal("novel", entry.GetProperty("after").GetProperty("filters").Text("genre"));
    }

    private static DateTimeOffset Time(string? text) => DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture);
}
