using Dapper;
using LiteBooks.Data;

namespace LiteBooks.Audit;

/// <summary>Reads what users did; <see cref="ActivityLog"/> writes it.</summary>
public sealed class ActivityRepository(Database database)
{
    /// <summary>Entries beyond a place, the latest first.</summary>
    public Slice<ActivityRow> Slice(ActivityQuery query, Place? place, bool backwards) => database.Read(connection =>
        LiteBooks.Slice.Beyond(place, backwards, query.Limit, (from, reverse, most) =>
        {
            var where = query.Filter(from, reverse);
            where.Parameters.Add("limit", most);
            return connection.Query<ActivityRow>($"""
                SELECT id, created_at, user_id, username, kind, details, request_id
                FROM activity
                {where}
                ORDER BY id {(reverse ? "ASC" : "DESC")}
                LIMIT @limit
                """, where.Parameters).AsList();
        }));
}

/// <summary>An entry as the database holds it.</summary>
public sealed class ActivityRow
{
    public long Id { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long CreatedAt { get; init; }
    public long UserId { get; init; }
    public string Username { get; init; } = "";
    public string Kind { get; init; } = "";

    /// <summary>A JSON object.</summary>
    public string? Details { get; init; }
    public string? RequestId { get; init; }
}
