using System.Text.Json;
using LiteBooks.Http.Description;

namespace LiteBooks.Reports;

/// <summary>A report, and once it is completed its figures.</summary>
[Example("""
    {
      "id": 6,
      "report_type": "inventory",
      "filters": { "genres": ["science-fiction", "dystopian"] },
      "status": "completed",
      "created_at": "2026-11-23T20:20:00.123Z",
      "finished_at": "2026-11-23T20:20:00.456Z",
      "data": {
        "totals": { "books": 2, "authors": 2, "list_value": 30.98 },
        "series": [{
          "name": "value_by_genre",
          "unit": "USD",
          "points": [{ "label": "science-fiction", "value": 17.99, "id": null }, { "label": "dystopian", "value": 12.99, "id": null }]
        }]
      },
      "error": null
    }
    """)]
public sealed record ReportResponse
{
    public required long Id { get; init; }
    public required string ReportType { get; init; }

    /// <summary>What comes into the report, as it was asked for.</summary>
    public required JsonElement Filters { get; init; }

    /// <summary>How far the report has come.</summary>
    [OneOf(typeof(ReportStatus))]
    public required string Status { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until it is completed or has failed.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The figures; null until it is completed.</summary>
    public required ReportData? Data { get; init; }

    /// <summary>Why it has failed; null where it has not.</summary>
    public required string? Error { get; init; }

    public static ReportResponse From(ReportRow row) => new()
    {
        Id = row.Id,
        ReportType = row.ReportType,
        Filters = JsonElement.Parse(row.Filters),
        Status = row.Status,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
        FinishedAt = row.FinishedAt is { } finished ? DateTimeOffset.FromUnixTimeMilliseconds(finished) : null,
        Data = row.Data is { } data ? ReportJson.DataFrom(data) : null,
        Error = row.Error,
    };
}
