using System.Runtime.ExceptionServices;

namespace LiteBooks.Data;

/// <summary>
/// Remembers what was read until a commit may have changed it: one of this process that touched it, or any of another. What many ask
/// for at once is read once. Of what is remembered, the half that nobody asked for lately is forgotten when it becomes too much.
/// </summary>
internal sealed class RememberedReads(CommitWatch commits, CommitJournal journal) : IDisposable
{
    // Rows of a list are some 200 bytes: about two megabytes.
    private const int MostRows = 5_000;

    // To look at every answer for every change shall not take longer than to read some of them anew.
    private const int MostComparisons = 20_000;

    private readonly Lock _lock = new();
    private Dictionary<string, Lazy<IRemembered?>> _recent = [];
    private Dictionary<string, Lazy<IRemembered?>> _older = [];
    private int _recentRows;
    private long _version;

    /// <summary>
    /// What was read for what was asked, or what is read now. The number of the last commit is taken before the read begins, so that
    /// what is remembered under it is never older.
    /// </summary>
    public T Recall<T>(string asked, Func<T> read) where T : IRemembered
    {
        ExceptionDispatchInfo? failure = null;
        var answer = Known(asked, () =>
        {
            try
            {
                return read();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
                return null;
            }
        });
        if (answer.Value is { } known)
            return (T)known;
        Forget(asked, answer);
        // An exception is for one caller alone: the others that waited for it read for themselves.
        failure?.Throw();
        return read();
    }

    public void Dispose()
    {
        lock (_lock)
            commits.Dispose();
    }

    private Lazy<IRemembered?> Known(string asked, Func<IRemembered?> read)
    {
        lock (_lock)
        {
            var version = commits.Version();
            if (version != _version)
                GoTo(version);
            if (_recent.TryGetValue(asked, out var answer))
                return answer;
            if (_older.Remove(asked, out answer))
                return Keep(asked, answer);
            return Keep(asked, new Lazy<IRemembered?>(() => Weigh(asked, read())));
        }
    }

    private Lazy<IRemembered?> Keep(string asked, Lazy<IRemembered?> answer)
    {
        _recentRows += 1 + (answer.IsValueCreated ? answer.Value?.Rows ?? 0 : 0);
        if (_recentRows > MostRows)
            (_older, _recent, _recentRows) = (_recent, [], 0);
        return _recent[asked] = answer;
    }

    private IRemembered? Weigh(string asked, IRemembered? answer)
    {
        lock (_lock)
        {
            // A commit meanwhile may have left it there, or not.
            if (_recent.ContainsKey(asked))
                _recentRows += answer?.Rows ?? 0;
        }
        return answer;
    }

    private void GoTo(long version)
    {
        var changed = journal.Between(_version, version);
        _version = version;
        if (changed is null || (long)changed.Count * (_recent.Count + _older.Count) > MostComparisons)
            (_older, _recent, _recentRows) = ([], [], 0);
        else if (changed.Count > 0)
            ForgetTouched(changed);
    }

    private void ForgetTouched(IReadOnlyList<ChangedBook> changed)
    {
        foreach (var answers in (Dictionary<string, Lazy<IRemembered?>>[])[_recent, _older])
        {
            // What is still being read may have seen the change or not.
            foreach (var (asked, answer) in answers)
            {
                if (answer is not { IsValueCreated: true, Value: { } known } || changed.Any(known.IsTouchedBy))
                    answers.Remove(asked);
            }
        }
        _recentRows = _recent.Values.Sum(answer => 1 + answer.Value!.Rows);
    }

    private void Forget(string asked, Lazy<IRemembered?> failed)
    {
        lock (_lock)
        {
            if (_recent.TryGetValue(asked, out var answer) && answer == failed)
                _recent.Remove(asked);
        }
    }
}

/// <summary>An answer that may be given to several: it is never changed. It depends on nothing but the books.</summary>
public interface IRemembered
{
    /// <summary>About how many rows it holds, for the room that it takes.</summary>
    int Rows { get; }

    /// <summary>Whether the answer may be another one after this change.</summary>
    bool IsTouchedBy(ChangedBook book);
}
