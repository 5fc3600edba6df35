namespace LiteBooks.Reports;

/// <summary>A report's fields after every check, ready to be stored.</summary>
/// <param name="ReportType">The name of a kind that there is.</param>
/// <param name="Filters">A JSON object without blanks, which the kind has checked.</param>
/// <param name="AsAdmin">Whether what only administrators may see comes into it.</param>
public sealed record ReportFields(string ReportType, string Filters, bool AsAdmin);
