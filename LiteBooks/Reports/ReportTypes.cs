namespace LiteBooks.Reports;

/// <summary>The types of reports that can be asked for, as the document names them; the rooms that make them are not known here.</summary>
public static class ReportTypes
{
    public static IReadOnlyList<string> All { get; } = ["inventory", "popular", "sales"];
}
