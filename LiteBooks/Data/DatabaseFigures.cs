using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>What the database room measures of itself, for whoever listens to the meter <see cref="MeterName"/>. Times are in seconds, sizes in bytes.</summary>
internal sealed class DatabaseFigures : IDisposable
{
    public const string MeterName = "LiteBooks.Data";

    // From a look-up by key to what a client would give up on.
    private static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };

    private static readonly InstrumentAdvice<int> Changes = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] };

    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _reads;
    private readonly Histogram<double> _batches;
    private readonly Histogram<int> _batchSize;
    private readonly Counter<long> _failures;

    public DatabaseFigures(string path)
    {
        _reads = _meter.CreateHistogram("litebooks.db.read.duration", "s", "How long a read took, its wait for a connection included.", tags: null, Seconds);
        _batches = _meter.CreateHistogram("litebooks.db.commit.duration", "s", "How long a batch of changes took, its commit included.", tags: null, Seconds);
        _batchSize = _meter.CreateHistogram("litebooks.writer.batch.size", "{change}", "How many changes were committed together.", tags: null, Changes);
        _failures = _meter.CreateCounter<long>("litebooks.db.failures", "{failure}", "Reads and batches that failed, by SQLite's result code.");
        _meter.CreateObservableGauge("litebooks.wal.size", () => FileSize.Of(path + "-wal"), "By", "The write-ahead log beside the database.");
        _meter.CreateObservableGauge("litebooks.db.size", () => FileSize.Of(path), "By", "The database file.");
    }

    /// <summary>Watches how many changes wait for the writer.</summary>
    public void WatchQueue(Func<long> waiting) => _meter.CreateObservableGauge("litebooks.writer.queue", waiting, "{change}", "Changes that wait for the writer.");

    /// <summary>Watches how many read connections are open, and how many of them nobody uses.</summary>
    public void WatchReaders(Func<long> open, Func<long> idle)
    {
        _meter.CreateObservableGauge("litebooks.readers.open", open, "{connection}", "Read connections.");
        _meter.CreateObservableGauge("litebooks.readers.idle", idle, "{connection}", "Read connections that nobody uses.");
    }

    public void CountRead(long since) => _reads.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);

    public void CountBatch(long since, int changes)
    {
        _batches.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);
        _batchSize.Record(changes);
    }

    public void CountFailure(SqliteException failure) => _failures.Add(1, new KeyValuePair<string, object?>("code", failure.SqliteErrorCode));

    public void Dispose() => _meter.Dispose();
}
