using System.Runtime.ExceptionServices;

namespace LiteBooks.Data;

/// <summary>
/// Remembers what was read until the next commit by anybody. What many ask for at once is read once. Of what is remembered, the
/// half that nobody asked for lately is forgotten when it becomes too much.
/// </summary>
internal sealed class UntilNextCommit
{
    // Rows of a list are some 200 bytes: about two megabytes.
    private const int MostRows = 5_000;

    private readonly Lock _lock = new();
    private Dictionary<string, Lazy<IRemembered?>> _recent = [];
    private Dictionary<string, Lazy<IRemembered?>> _older = [];
    private int _recentRows;
    private long _version;

    /// <summary>
    /// What was read under this version for what was asked, or what is read now. The version has to be taken before the read
    /// begins, so that what is remembered under it is never older.
    /// </summary>
    public T Recall<T>(string asked, long version, Func<T> read) where T : IRemembered
    {
        ExceptionDispatchInfo? failure = null;
        var answer = Known(asked, version, () =>
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

    private Lazy<IRemembered?> Known(string asked, long version, Func<IRemembered?> read)
    {
        lock (_lock)
        {
            if (version != _version)
                ForgetAll(version);
            if (_recent.TryGetValue(asked, out var answer))
                return answer;
            if (_older.Remove(asked, out answer))
                return Keep(asked, answer);
            return Keep(asked, new Lazy<IRemembered?>(() => Weigh(version, read())));
        }
    }

    private Lazy<IRemembered?> Keep(string asked, Lazy<IRemembered?> answer)
    {
        _recentRows += 1 + (answer.IsValueCreated ? answer.Value?.Rows ?? 0 : 0);
        if (_recentRows > MostRows)
            (_older, _recent, _recentRows) = (_recent, [], 0);
        return _recent[asked] = answer;
    }

    private IRemembered? Weigh(long version, IRemembered? answer)
    {
        lock (_lock)
        {
            if (version == _version)
                _recentRows += answer?.Rows ?? 0;
        }
        return answer;
    }

    private void ForgetAll(long version) => (_older, _recent, _recentRows, _version) = ([], [], 0, version);

    private void Forget(string asked, Lazy<IRemembered?> failed)
    {
        lock (_lock)
        {
            if (_recent.TryGetValue(asked, out var answer) && answer == failed)
                _recent.Remove(asked);
        }
    }
}

/// <summary>An answer that may be given to several: it is never changed.</summary>
public interface IRemembered
{
    /// <summary>About how many rows it holds, for the room that it takes.</summary>
    int Rows { get; }
}
