using CsvHelper;
using LiteBooks.Books;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Cli.Import;

/// <summary>Takes the file batch by batch, so that memory and the wait of others stay small.</summary>
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
        var batch = ReadBatch(rows);
        while (true)
        {
            var next = TakeWhileReading(rows, batch);
            progress(batch.Position);
            if (_summary.StoppedBecause is not null || batch.IsLast)
                break;
            if (interrupt.IsCancellationRequested)
            {
                Stop($"Interrupted behind line {batch.Rows[^1].Line}: everything up to it is stored. The same import goes on from there.");
                break;
            }
            batch = next;
        }
        target.Finish();
        return _summary;
    }

    // One batch is read while the one before it is stored.
    private ImportBatch TakeWhileReading(RowReader rows, ImportBatch batch)
    {
        var next = batch.IsLast ? Task.FromResult(batch) : Task.Run(() => ReadBatch(rows));
        try
        {
            Take(batch);
        }
        finally
        {
            // Whatever happens here, nobody reads on in a file that is closed.
            ((IAsyncResult)next).AsyncWaitHandle.WaitOne();
        }
        return next.GetAwaiter().GetResult();
    }

    private ImportBatch ReadBatch(RowReader rows)
    {
        var (taken, rejected) = (new List<ImportRow>(RowsPerBatch), new List<RejectedRow>());
        var isLast = false;
        long? unreadableLine = null;
        try
        {
            while (taken.Count < RowsPerBatch)
            {
                isLast = !rows.Read();
                if (isLast)
                    break;
                var (row, fault) = rows.Current();
                if (row is not null)
                    taken.Add(row);
                if (fault is not null)
                    rejected.Add(fault);
            }
        }
        catch (CsvFormatException e)
        {
            (isLast, unreadableLine) = (true, e.LineNumber);
        }
        var items = taken.ConvertAll(row => new ImportItem(row.Book, row.Patch));
        return new ImportBatch(taken, rejected, items, target.Prepare(items), rows.Position, isLast, unreadableLine);
    }

    private void Take(ImportBatch batch)
    {
        batch.Rejected.ForEach(Reject);
        if (batch.Rows.Count > 0 && !Store(batch))
            return;
        if (batch.UnreadableLine is { } line)
            Stop($"Stopped at line {line}: a row is too large, perhaps because a quote is never closed. The rows before it are stored.");
    }

    private void Reject(RejectedRow row)
    {
        _summary.CountRejected(row.Code);
        _report.Add(row);
    }

    private bool Store(ImportBatch batch)
    {
        var rows = batch.Rows;
        Outcome<IReadOnlyList<Stored>> outcome;
        try
        {
            outcome = target.Store(batch.Items, batch.Prepared);
        }
        catch (DatabaseUnavailableException e) when (target.KeepsBatches && e.InnerException is SqliteException fault)
        {
            Stop($"Stopped at line {rows[0].Line}, because {SqliteErrors.Reason(fault)}: everything before it is stored. The same import goes on from there.");
            return false;
        }
        if (!outcome.Succeeded(out var stored, out var failure))
        {
            var at = failure is DuplicateInImport duplicate ? rows[duplicate.Index] : rows[0];
            // A book of the same batch was undone with it.
            var earlier = rows.Find(row => row.Book.Isbn.Key == at.Book.Isbn.Key)!;
            var because = earlier == at ? failure.Detail : $"Line {earlier.Line} has this ISBN already.";
            Stop($"Stopped at line {at.Line}: {because} Nothing from line {rows[0].Line} on is stored.");
            return false;
        }
        foreach (var (row, kind) in rows.Zip(stored))
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
