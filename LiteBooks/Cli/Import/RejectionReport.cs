using System.Globalization;
using CsvHelper;

namespace LiteBooks.Cli.Import;

/// <summary>A CSV file of the rows that were rejected: line number, code, reason, the row as it stood.</summary>
internal sealed class RejectionReport : IDisposable
{
    private readonly CsvWriter? _csv;

    /// <summary>Without a file it takes everything and writes nothing.</summary>
    public RejectionReport(FileInfo? file)
    {
        _csv = file is null ? null : CsvWriter.ToFile(file.FullName, CsvWriterOptions.Default);
        _csv?.WriteRecord("line", "code", "reason", "row");
    }

    public void Add(RejectedRow row) =>
        _csv?.WriteRecord(row.Line.ToString(CultureInfo.InvariantCulture), row.Code, row.Message, row.Raw);

    public void Dispose() => _csv?.Dispose();
}
