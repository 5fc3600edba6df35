namespace LiteBooks.Reports;

/// <summary>Wakes the worker when there is something to do.</summary>
public sealed class ReportSignal : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _waking = new(0);

    public void Wake()
    {
        lock (_lock)
        {
            // Once is enough: the worker looks until there is nothing more.
            if (_waking.CurrentCount == 0)
                _waking.Release();
        }
    }

    public Task Wait(TimeSpan atMost, CancellationToken cancel) => _waking.WaitAsync(atMost, cancel);

    public void Dispose() => _waking.Dispose();
}
