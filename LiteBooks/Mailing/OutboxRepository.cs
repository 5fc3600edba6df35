using Dapper;
using LiteBooks.Data;

namespace LiteBooks.Mailing;

/// <summary>The SQL of the worker that empties the outbox; <see cref="Outbox"/> fills it.</summary>
internal sealed class OutboxRepository(Database database, TimeProvider clock)
{
    // Mails hold names and addresses, and nobody looks for one after a month.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    // The index of what is over serves it, because its expression and its condition stand here word by word.
    internal const string PruneSql = "DELETE FROM outbox WHERE next_at IS NULL AND coalesce(sent_at, created_at) < @Time";

    // No mail is put off for as long as this: one that is due later was written before the clock was set back, and is due now.
    private static readonly TimeSpan BeyondAnyWait = TimeSpan.FromHours(2);

    private readonly PruningTimes _pruningTimes = new(clock);

    /// <summary>The mail that has been due for longest; null if none is.</summary>
    public OutboxRow? Next() => database.Read(connection => connection.QuerySingleOrDefault<OutboxRow>("""
        SELECT id, kind, to_name, to_address, subject, body, created_at, attempts
        FROM outbox
        WHERE next_at <= @Now OR next_at > @Beyond
        ORDER BY next_at, id
        LIMIT 1
        """, new OutboxDue(Now, Now + (long)BeyondAnyWait.TotalMilliseconds)));

    public Task MarkSent(long id) => Change("""
        UPDATE outbox
        SET sent_at = @Now, next_at = NULL, attempts = attempts + 1, last_error = NULL
        WHERE id = @Id
        """, id);

    public Task Postpone(long id, TimeSpan wait, string error) => Change("""
        UPDATE outbox
        SET next_at = @Next, attempts = attempts + 1, last_error = @Error
        WHERE id = @Id
        """, id, wait, error);

    public Task GiveUp(long id, string error) => Change("""
        UPDATE outbox
        SET next_at = NULL, attempts = attempts + 1, last_error = @Error
        WHERE id = @Id
        """, id, default, error);

    /// <summary>Forgets, once an hour, what was sent a month ago, or is as old and was given up.</summary>
    public async Task Prune()
    {
        if (!_pruningTimes.AreNow())
            return;
        var oldest = (clock.GetUtcNow() - Kept).ToUnixTimeMilliseconds();
        await database.Write<int>(connection => connection.Execute(PruneSql, new OutboxTime(oldest)));
    }

    private Task<Outcome<int>> Change(string sql, long id, TimeSpan wait = default, string? error = null) => database.Write<int>(connection =>
        connection.Execute(sql, new OutboxChange(id, Now, Now + (long)wait.TotalMilliseconds, error)));

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}

/// <summary>A mail as the outbox holds it.</summary>
internal sealed class OutboxRow
{
    public long Id { get; init; }
    public string Kind { get; init; } = "";
    public string ToName { get; init; } = "";
    public string ToAddress { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Body { get; init; } = "";

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long CreatedAt { get; init; }

    /// <summary>How often it was tried, always in vain.</summary>
    public long Attempts { get; init; }

    public DateTimeOffset Since => DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt);
}

internal sealed record OutboxTime(long Time);

internal sealed record OutboxDue(long Now, long Beyond);

internal sealed record OutboxChange(long Id, long Now, long Next, string? Error);
