namespace LiteBooks.Reports;

/// <summary>How far a report has come.</summary>
public static class ReportStatus
{
    public const string Pending = "pending";
    public const string Processing = "processing";
    public const string Completed = "completed";
    public const string Failed = "failed";

    public static IReadOnlyList<string> All { get; } = [Pending, Processing, Completed, Failed];

    public static bool IsFinal(string status) => status is Completed or Failed;
}
