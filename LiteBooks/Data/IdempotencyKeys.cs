using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Keeps the answers of requests that came with an Idempotency-Key, for a day.</summary>
public sealed class IdempotencyKeys(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public StoredAnswer? Find(IdempotencyClaim claim) => database.ReadOnce(connection =>
        connection.QuerySingleOrDefault<IdempotencyRow>("""
            SELECT digest, status, location, etag, body
            FROM idempotency_keys
            WHERE caller = @Caller AND key = @Key AND created_at > @Oldest
            """, new IdempotencyLookup(claim.Caller, claim.Key, Oldest))?.ToAnswer());

    /// <summary>Stores an answer in the transaction of its effect, and forgets those whose day is over.</summary>
    public void Save(SqliteConnection connection, IdempotencyClaim claim, WrittenAnswer answer)
    {
        connection.Execute("DELETE FROM idempotency_keys WHERE created_at <= @Oldest", new IdempotencyLookup(claim.Caller, claim.Key, Oldest));
        connection.Execute("""
            INSERT INTO idempotency_keys (caller, key, digest, status, location, etag, body, created_at)
            VALUES (@Caller, @Key, @Digest, @Status, @Location, @Etag, @Body, @Now)
            """, new IdempotencyValues(claim.Caller, claim.Key, claim.Digest, answer.Status, answer.Location, answer.ETag, Encoding.UTF8.GetString(answer.Body), Now.ToUnixTimeMilliseconds()));
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private long Oldest => (Now - Kept).ToUnixTimeMilliseconds();
}

internal sealed record IdempotencyLookup(string Caller, string Key, long Oldest);

internal sealed record IdempotencyValues(string Caller, string Key, string Digest, int Status, string? Location, string? Etag, string Body, long Now);

internal sealed class IdempotencyRow
{
    public string Digest { get; init; } = "";
    public int Status { get; init; }
    public string? Location { get; init; }
    public string? Etag { get; init; }
    public string Body { get; init; } = "";

    public StoredAnswer ToAnswer() => new(Digest, new WrittenAnswer(Status, Location, Etag, Encoding.UTF8.GetBytes(Body)));
}
