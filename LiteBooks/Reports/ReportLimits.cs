namespace LiteBooks.Reports;

/// <summary>The bounds of reports.</summary>
public static class ReportLimits
{
    /// <summary>The longest filters, in characters of JSON without blanks.</summary>
    public const int Filters = 65_536;

    /// <summary>How often a report is begun before it is given up; attempts that a stop of the server ended do not count.</summary>
    public const int Attempts = 3;
}
