namespace LiteBooks.Data;

/// <summary>Which books the last commits of this process changed, by the number of the commit. What another process commits leaves a gap.</summary>
internal sealed class CommitJournal
{
    // Who did not ask for so long begins anew.
    private const int Most = 256;

    private readonly Lock _lock = new();
    private readonly Queue<(long Number, IReadOnlyList<ChangedBook>? Books)> _last = new(Most);

    /// <param name="number">The commit's number by <see cref="CommitCounter"/>.</param>
    /// <param name="books">Null where they are too many to tell.</param>
    public void Enter(long number, IReadOnlyList<ChangedBook>? books)
    {
        lock (_lock)
        {
            if (_last.Count == Most)
                _last.Dequeue();
            _last.Enqueue((number, books));
        }
    }

    /// <summary>All that was changed after one commit up to another; null where that is not known of every one of them.</summary>
    public IReadOnlyList<ChangedBook>? Between(long seen, long now)
    {
        if (now <= seen || now - seen > Most)
            return null;
        lock (_lock)
        {
            var known = _last.Where(entry => entry.Number > seen && entry.Number <= now).ToList();
            var areAll = known.Select(entry => entry.Number).Distinct().Count() == now - seen && known.TrueForAll(entry => entry.Books is not null);
            return areAll ? [.. known.SelectMany(entry => entry.Books!)] : null;
        }
    }
}
