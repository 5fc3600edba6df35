using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Reports;

/// <summary>A report to be made.</summary>
[Example("""{ "report_type": "inventory", "filters": { "genres": ["science-fiction", "dystopian"], "published_after": 1950 } }""")]
public sealed record CreateReport
{
    /// <summary>What it is about: `inventory`, `sales` or `popular`. Of the last two, each series by book has the 50 books that lead in its own value.</summary>
    [Required, OneOf(typeof(ReportTypes))]
    public string? ReportType { get; init; }

    /// <summary>An object that says what comes into the report; without it, all does. `inventory` and `popular` take the filters of the list of books by the same names, and lists as arrays.</summary>
    public JsonElement? Filters { get; init; }

    public static CreateReport Read(ObjectReader body) => new()
    {
        ReportType = body.Text("report_type").Or(null),
        Filters = body.Unread("filters").Or(null),
    };
}

/// <summary>A report that was accepted.</summary>
[Example("""{ "report_id": 6, "status": "pending", "check_status_url": "/api/v1/reports/6" }""")]
public sealed record AcceptedReport
{
    public required long ReportId { get; init; }

    /// <summary>How far the report has come.</summary>
    [OneOf(typeof(ReportStatus))]
    public required string Status { get; init; }

    /// <summary>Where to ask how far it has come, and where it then is.</summary>
    public required string CheckStatusUrl { get; init; }

    public static AcceptedReport From(ReportRow row) => new() { ReportId = row.Id, Status = row.Status, CheckStatusUrl = $"{ReportEndpoints.Path}/{row.Id}" };
}
