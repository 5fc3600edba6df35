namespace LiteBooks.Backups;

/// <summary>How scheduled backups go, for whoever watches over them.</summary>
public sealed class LastBackup
{
    // Replaced as one: they are read from other threads.
    private volatile State _state;

    /// <summary>Begins with the latest backup that lies in the folder.</summary>
    public LastBackup(BackupFolder folder, TimeProvider clock) => _state = new State(folder.Latest(clock.GetUtcNow()), 0, null);

    /// <summary>When the last good backup was made, UTC; null if there is none.</summary>
    public DateTimeOffset? At => _state.At;

    /// <summary>How many attempts have failed since the start.</summary>
    public long Failures => _state.Failures;

    /// <summary>Why the last attempt failed; null if it did not.</summary>
    public string? LastError => _state.Error;

    internal void Succeeded(DateTimeOffset at) => _state = _state with { At = at, Error = null };

    internal void Failed(string why) => _state = _state with { Failures = _state.Failures + 1, Error = why };

    private sealed record State(DateTimeOffset? At, long Failures, string? Error);
}
