using System.Diagnostics.Metrics;
using LiteBooks.Backups;

namespace LiteBooks.Operations;

/// <summary>How old the last good backup is, in seconds, and how often making one has failed; no age while there is none.</summary>
internal sealed class BackupFigures : IDisposable
{
    private readonly Meter _meter = new("LiteBooks.Backups");

    public BackupFigures(LastBackup last, TimeProvider clock)
    {
        _meter.CreateObservableGauge("litebooks.backup.age", () => Age(last, clock), "s", "The age of the last good backup.");
        _meter.CreateObservableCounter("litebooks.backup.failures", () => last.Failures, "{failure}", "Scheduled backups that failed since the start.");
    }

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<double>> Age(LastBackup last, TimeProvider clock)
    {
        if (last.At is { } at)
            yield return new Measurement<double>((clock.GetUtcNow() - at).TotalSeconds);
    }
}
