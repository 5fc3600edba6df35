using System.Text.Json;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;

namespace LiteBooks.Reports;

/// <summary>A report as a list shows it, without its figures.</summary>
[Example(Sample)]
public sealed record ReportSummary
{
    internal const string Sample = """
        {
          "id": 6,
          "report_type": "inventory",
          "filters": {},
          "user_id": 2,
          "status": "completed",
          "created_at": "2026-11-23T20:20:00.123Z",
          "finished_at": "2026-11-23T20:20:00.456Z",
          "error": null
        }
        """;

    public required long Id { get; init; }
    public required string ReportType { get; init; }

    /// <summary>What comes into the report, as it was asked for.</summary>
    public required JsonElement Filters { get; init; }

    /// <summary>Whose report it is; null where nobody was signed in, or the user is gone.</summary>
    public required long? UserId { get; init; }

    /// <summary>How far the report has come.</summary>
    [OneOf(typeof(ReportStatus))]
    public required string Status { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until it is completed or has failed.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Why it has failed; null where it has not.</summary>
    public required string? Error { get; init; }

    public static ReportSummary From(ReportRow row) => new()
    {
        Id = row.Id,
        ReportType = row.ReportType,
        Filters = JsonElement.Parse(row.Filters),
        UserId = row.UserId,
        Status = row.Status,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
        FinishedAt = row.FinishedAt is { } finished ? DateTimeOffset.FromUnixTimeMilliseconds(finished) : null,
        Error = row.Error,
    };
}

/// <summary>One page of reports, the newest first. A page past the end has no items.</summary>
[Listing("items", typeof(ReportSummary))]
[Example($$"""
    {
      "items": [{{ReportSummary.Sample}}],
      "total": 3,
      "page": 1,
      "per_page": 1,
      "total_pages": 3,
      "has_next": true,
      "has_prev": false
    }
    """)]
public sealed record ReportPage : CountedPage<ReportSummary>
{
    public static ReportPage From(IReadOnlyList<ReportRow> rows, long total, PageRequest page) => new()
    {
        Items = [.. rows.Select(ReportSummary.From)],
        Total = total,
        Page = page.Page,
        PerPage = page.PerPage,
    };
}
