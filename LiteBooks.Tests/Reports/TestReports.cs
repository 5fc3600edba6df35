using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reports;

/// <summary>Reports for tests, and where they are.</summary>
internal static class TestReports
{
    public const string Path = "/api/v1/reports";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public static JsonObject Of(string type, JsonNode? filters = null)
    {
        var report = new JsonObject { ["report_type"] = type };
        if (filters is not null)
            report["filters"] = filters;
        return report;
    }

    public static JsonObject Inventory => Of("inventory");

    public static string At(long id) => $"{Path}/{id}";

    /// <summary>Asks for a report; returns its id.</summary>
    public static async Task<long> Ask(this Api api, JsonObject report, params (string, string)[] by) =>
        (await api.Post(Path, report, by)).ShouldBe(202).Json.GetProperty("report_id").GetInt64();

    /// <summary>The report once it has come to its end.</summary>
    public static async Task<JsonElement> Finished(this Api api, long id, params (string, string)[] by)
    {
        for (var until = DateTime.UtcNow + LongestWait; DateTime.UtcNow < until; await Task.Delay(20))
        {
            var report = (await api.Get(At(id), by)).ShouldBe(200).Json;
            if (report.Text("status") is "completed" or "failed")
                return report;
        }
        throw new TimeoutException($"Report {id} is not finished.");
    }

    /// <summary>The figures of a new report.</summary>
    public static async Task<JsonElement> Figures(this Api api, JsonObject report, params (string, string)[] by)
    {
        var finished = await api.Finished(await api.Ask(report, by), by);
        Assert.True(finished.Text("status") == "completed", finished.Text("error"));
        return finished.GetProperty("data");
    }

    public static decimal? Total(this JsonElement data, string name) => Number(data.GetProperty("totals").GetProperty(name));

    /// <summary>The points of a series, each as its label and value; and its unit first.</summary>
    public static IReadOnlyList<(string? Label, decimal? Value)> Points(this JsonElement data, string name, string unit)
    {
        var series = data.GetProperty("series").EnumerateArray().Single(series => series.Text("name") == name);
        Assert.Equal(unit, series.Text("unit"));
        return [.. series.GetProperty("points").EnumerateArray().Select(point => (point.Text("label"), Number(point.GetProperty("value"))))];
    }

    /// <summary>The ids of the points of a series.</summary>
    public static IReadOnlyList<long?> Ids(this JsonElement data, string name) =>
        [.. data.GetProperty("series").EnumerateArray().Single(series => series.Text("name") == name).GetProperty("points").EnumerateArray()
            .Select(point => point.GetProperty("id") is { ValueKind: JsonValueKind.Number } id ? id.GetInt64() : (long?)null)];

    public static IEnumerable<string?> SeriesNames(this JsonElement data) => data.GetProperty("series").EnumerateArray().Select(series => series.Text("name"));

    private static decimal? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();
}
