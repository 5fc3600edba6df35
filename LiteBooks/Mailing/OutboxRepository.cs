using Dapper;
using LiteBooks.Data;

namespace LiteBooks.Mailing;

/// <summary>The SQL of the worker that empties the outbox; <see cref="Outbox"/> fills it.</summary>
internal sealed class OutboxRepository(Database database, TimeProvider clock)
{
    // Mails hold names and addresses, and nobody looks for one after a month.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan BetweenPrunings = TimeSpan.FromHours(1);

    // The index of what is over serves it, because its expression and its condition stand here word by word.
    internal const string PruneSql = "DELETE FROM outbox WHERE next_at IS NULL AND coalesce(sent_at, created_at) < @Time";

    private DateTimeOffset _nextPruning = DateTimeOffset.MinValue;

    /// <summary>The mail that has been due for longest; null if none is.</summary>
    public OutboxRow? Next() => database.Read(connection => connection.QuerySingleOrDefault<OutboxRow>("""
        SELECT id, kind, to_name, to_address, subject, body, created_at, attempts
        FROM outbox
        WHERE next_at <= @Time
        ORDER BY next_at, id
        LIMIT 1
        """, new OutboxTime(Now)));

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
        if (clock.GetUtcNow() < _nextPruning)
            return;
        _nextPruning = clock.GetUtcNow() + BetweenPrunings;
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

internal sealed record OutboxChange(long Id, long Now, long Next, string? Error);
