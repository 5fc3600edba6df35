using CsvHelper;
using LiteBooks.Books;

namespace LiteBooks.Cli.Import;

/// <summary>Takes the file batch by batch, each stored in one transaction, so that memory and the wait of others stay small.</summary>
internal sealed class Importer(ImportTarget target, ImportOptions options, Settings settings) : IDisposable
{
    // Small enough that a server on the same file waits some milliseconds for a batch, large enough that fsyncs do not count.
    private const int RowsPerBatch = 500;

    private readonly BookRules _rules = new(settings, TimeProvider.System);
    private readonly ImportSummary _summary = new();
    private readonly RejectionReport _report = new(options.Report);

    public ImportSummary Run(Action<long> progress, CancellationToken interrupt)
    {
        using var rows = new RowReader(options, _rules);
        try
        {
            while (ReadBatch(rows) is { Count: > 0 } batch && Store(batch))
            {
                progress(rows.Position);
                if (interrupt.IsCancellationRequested)
                {
                    Stop($"Interrupted behind line {batch[^1].Line}: everything up to it is stored. The same import goes on from there.");
                    break;
                }
            }
        }
        catch (CsvFormatException e)
        {
            Stop($"Stopped at line {e.LineNumber}: a row is too large, perhaps because a quote is never closed. The rows before it are stored.");
        }
        return _summary;
    }

    private List<ImportRow> ReadBatch(RowReader rows)
    {
        var batch = new List<ImportRow>(RowsPerBatch);
        while (batch.Count < RowsPerBatch && rows.Read())
        {
            var (row, rejected) = rows.Current();
            if (row is not null)
                batch.Add(row);
            if (rejected is not null)
                Reject(rejected);
        }
        return batch;
    }

    private void Reject(RejectedRow row)
    {
        _summary.CountRejected(row.Code);
        _report.Add(row);
    }

    private bool Store(List<ImportRow> batch)
    {
        var items = batch.ConvertAll(row => new ImportItem(row.Book, row.Patch));
        var outcome = target.Books.Import(items, options.OnDuplicate, Actor.CommandLine).GetAwaiter().GetResult();
        if (!outcome.Succeeded(out var stored, out var failure))
        {
            var at = failure is DuplicateInImport duplicate ? batch[duplicate.Index] : batch[0];
            Stop($"Stopped at line {at.Line}: {failure.Detail} Nothing from line {batch[0].Line} on is stored.");
            return false;
        }
        foreach (var (row, kind) in batch.Zip(stored))
        {
            _summary.Count(kind, row.Notes);
            if (kind == Stored.Refused)
                Reject(row.Refused());
        }
        return true;
    }

    public void Dispose() => _report.Dispose();

    private void Stop(string reason) => _summary.StoppedBecause = reason;
}
