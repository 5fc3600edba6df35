using Dapper;
using LiteBooks.Data;

namespace LiteBooks.Audit;

/// <summary>Reads the trail; <see cref="AuditTrail"/> writes it.</summary>
public sealed class AuditRepository(Database database)
{
    /// <summary>Entries beyond a place, the latest first.</summary>
    public Slice<AuditRow> Slice(AuditQuery query, Place? place, bool backwards) => database.Read(connection =>
        LiteBooks.Slice.Beyond(place, backwards, query.Limit, (from, reverse, most) =>
        {
            var where = query.Filter(from, reverse);
            where.Parameters.Add("limit", most);
            return connection.Query<AuditRow>($"""
                SELECT id, created_at, user_id, username, action, resource, resource_id, before, after, request_id
                FROM audit
                {where}
                ORDER BY id {(reverse ? "ASC" : "DESC")}
                LIMIT @limit
                """, where.Parameters).AsList();
        }));
}

/// <summary>An entry as the database holds it.</summary>
public sealed class AuditRow
{
    public long Id { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long CreatedAt { get; init; }
    public long? UserId { get; init; }
    public string Username { get; init; } = "";
    public string Action { get; init; } = "";
    public string Resource { get; init; } = "";
    public long ResourceId { get; init; }

    /// <summary>A JSON object.</summary>
    public string? Before { get; init; }

    /// <summary>A JSON object.</summary>
    public string? After { get; init; }
    public string? RequestId { get; init; }
}
