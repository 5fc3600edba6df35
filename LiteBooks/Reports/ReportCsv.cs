using CsvHelper;

namespace LiteBooks.Reports;

/// <summary>
/// Writes the figures of a report as CSV (RFC 4180, UTF-8): one value a row, the totals first. It is for spreadsheets, so a text
/// that one would take for a formula is given an apostrophe; numbers are written as numbers.
/// </summary>
internal static class ReportCsv
{
    public const string MediaType = "text/csv";

    public const string ContentType = "text/csv; charset=utf-8; header=present";

    public const string Sample = "series,unit,label,value,id\r\ntotals,,books,2,\r\nvalue_by_genre,USD,science-fiction,17.99,\r\n";

    private const string Totals = "totals";

    private static readonly CsvWriterOptions ForSpreadsheets = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    public static byte[] Write(ReportData data)
    {
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, ForSpreadsheets, leaveOpen: true))
        {
            csv.WriteRecord(["series", "unit", "label", "value", "id"]);
            foreach (var (name, value) in data.Totals)
                Write(csv, Totals, null, new ReportPoint(name, value));
            foreach (var series in data.Series)
            {
                foreach (var point in series.Points)
                    Write(csv, series.Name, series.Unit, point);
            }
        }
        return buffer.ToArray();
    }

    private static void Write(CsvWriter csv, string series, string? unit, ReportPoint point)
    {
        csv.WriteField(series);
        csv.WriteField(unit);
        csv.WriteField(point.Label);
        csv.WriteField(point.Value);
        csv.WriteField(point.Id);
        csv.EndRecord();
    }
}
