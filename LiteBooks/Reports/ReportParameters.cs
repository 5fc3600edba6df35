namespace LiteBooks.Reports;

// Parameters of the SQL of reports. Neither nested nor private: Dapper.AOT passes over a call whose types it cannot name,
// and the call then needs run-time code, which the published binary does not have.

internal sealed record ReportById(long Id);

internal sealed record ReportValues(string ReportType, string Filters, int AsAdmin, long? UserId, long Now);

internal sealed record ReportResult(long Id, long Attempts, string Status, string? Data, string? Error, long Now);

internal sealed record ReportAttempt(long Id, long Attempts, int Released);

internal sealed record UnfinishedReports(int MostAttempts, string Error, long Now);

internal sealed record OldReports(long Oldest, int Most);
