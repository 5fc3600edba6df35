using LiteBooks.Books;

namespace LiteBooks.Cli.Import;

/// <summary>What an import did, counted.</summary>
internal sealed class ImportSummary
{
    private readonly SortedDictionary<string, long> _rejected = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _repairs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _warnings = new(StringComparer.Ordinal);
    private readonly long[] _stored = new long[Enum.GetValues<Stored>().Length];

    public long Rejected => _rejected.Values.Sum();

    /// <summary>Why the import did not come to its end, and where it stopped; null if it did.</summary>
    public string? StoppedBecause { get; set; }

    public void Count(Stored stored, RowNotes notes)
    {
        _stored[(int)stored]++;
        notes.Repairs.ForEach(what => Increment(_repairs, what));
        notes.Warnings.ForEach(what => Increment(_warnings, what));
    }

    public void CountRejected(string reason) => Increment(_rejected, reason);

    public void Print(TextWriter to, ImportOptions options)
    {
        if (options.DryRun)
            to.WriteLine("Dry run: nothing was stored.");
        to.WriteLine($"{_stored[(int)Stored.Added]} added, {_stored[(int)Stored.Updated]} updated, {_stored[(int)Stored.Unchanged]} unchanged, {_stored[(int)Stored.Skipped]} already held, {Rejected} rejected.");
        PrintCounts(to, "Rejected", _rejected);
        PrintCounts(to, "Repaired", _repairs);
        PrintCounts(to, "Warnings", _warnings);
        if (options.Report is { } report)
            to.WriteLine($"The rejected rows are in {report.FullName}.");
        if (StoppedBecause is not null)
            to.WriteLine(StoppedBecause);
    }

    private static void PrintCounts(TextWriter to, string heading, SortedDictionary<string, long> counts)
    {
        if (counts.Count == 0)
            return;
        to.WriteLine(heading + ":");
        foreach (var (what, count) in counts.OrderByDescending(pair => pair.Value))
            to.WriteLine($"  {count,8}  {what}");
    }

    private static void Increment(SortedDictionary<string, long> counts, string what) =>
        counts[what] = counts.GetValueOrDefault(what) + 1;
}
