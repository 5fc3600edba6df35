using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>
/// Writes down who did what to which resource, before and after, in the transaction of the change itself. What a resource
/// is kept as is a view of the migrations (<c>books_snapshot</c> …), so a secret that is not in it cannot get here.
/// </summary>
public sealed class AuditTrail(TimeProvider clock)
{
    /// <summary>A resource as it is now, as JSON: what to pass to <see cref="Record"/> after its change. Null if there is none.</summary>
    public string? Snapshot(SqliteConnection connection, AuditedResource resource, long id) =>
        connection.ExecuteScalar<string?>($"SELECT snapshot FROM {resource.Name}_snapshot WHERE id = @Id", new AuditedId(id));

    /// <summary>Records a change that was made. What the resource is after it is read here.</summary>
    public void Record(SqliteConnection connection, Actor by, string action, AuditedResource resource, long id, string? before = null) =>
        connection.Execute($"""
            INSERT INTO audit (created_at, user_id, username, action, resource, resource_id, before, after, request_id)
            VALUES (@Now, @UserId, @Username, @Action, @Resource, @Id, @Before,
                (SELECT snapshot FROM {resource.Name}_snapshot WHERE id = @Id), @RequestId)
            """, new AuditValues(Now, by.UserId, by.Name, action, resource.Name, id, before, by.RequestId));

    /// <summary>
    /// Makes a change that other resources follow, and records what becomes of each of them: books of an author that is renamed,
    /// reviews of a book that is deleted.
    /// </summary>
    public void RecordFollowers(SqliteConnection connection, Actor by, string action, Followers followers, long id, Action change)
    {
        var last = connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM audit");
        var name = followers.Resource.Name;
        connection.Execute($"""
            INSERT INTO audit (created_at, user_id, username, action, resource, resource_id, before, request_id)
            SELECT @Now, @UserId, @Username, @Action, @Resource, f.id, s.snapshot, @RequestId
            FROM {name} f
            JOIN {name}_snapshot s ON s.id = f.id
            WHERE f.{followers.Column} = @Id
            """, new AuditValues(Now, by.UserId, by.Name, action, name, id, null, by.RequestId));
        change();
        connection.Execute($"""
            UPDATE audit
            SET after = (SELECT snapshot FROM {name}_snapshot s WHERE s.id = audit.resource_id)
            WHERE id > @Id AND resource = @Resource AND after IS NULL
            """, new AuditedSince(last, name));
    }

    /// <summary>
    /// Records the resources of a load with ids above the last, each behind the one that it follows if that is as new: books and
    /// their authors, as if they had been recorded one by one.
    /// </summary>
    internal void RecordLoaded(SqliteConnection connection, Actor by, Followers followers, long lastFollowed, long lastFollower)
    {
        var (follower, followed) = (followers.Resource.Name, followers.Followed.Name);
        connection.Execute($"""
            INSERT INTO audit (created_at, user_id, username, action, resource, resource_id, after, request_id)
            SELECT @Now, @UserId, @Username, @Action, iif(is_follower, '{follower}', '{followed}'), new.id,
                iif(is_follower,
                    (SELECT snapshot FROM {follower}_snapshot s WHERE s.id = new.id),
                    (SELECT snapshot FROM {followed}_snapshot s WHERE s.id = new.id)),
                @RequestId
            FROM (
                SELECT min(id) AS place, 0 AS is_follower, {followers.Column} AS id
                FROM {follower}
                WHERE id > @LastFollower AND {followers.Column} > @LastFollowed
                GROUP BY {followers.Column}
                UNION ALL
                SELECT id, 1, id
                FROM {follower}
                WHERE id > @LastFollower) new
            ORDER BY place, is_follower
            """, new AuditedLoad(Now, by.UserId, by.Name, AuditAction.Create, by.RequestId, lastFollowed, lastFollower));
    }

    /// <summary>What an entry of one resource says; null if there is none.</summary>
    public AuditedStates? Find(SqliteConnection connection, AuditedResource resource, long resourceId, long auditId) =>
        connection.QuerySingleOrDefault<AuditedStates>("""
            SELECT before, after
            FROM audit
            WHERE id = @AuditId AND resource = @Resource AND resource_id = @Id
            """, new AuditLookup(auditId, resource.Name, resourceId));

    /// <summary>The last state of a resource that is gone; null if it never was.</summary>
    public string? LastState(SqliteConnection connection, AuditedResource resource, long id) => connection.ExecuteScalar<string?>("""
        SELECT before
        FROM audit
        WHERE resource = @Resource AND resource_id = @Id AND action = 'delete'
        ORDER BY id DESC
        LIMIT 1
        """, new AuditLookup(0, resource.Name, id));

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}

/// <summary>A kind of resource whose changes are recorded; its name is that of its routes, its table and its audit.</summary>
public sealed class AuditedResource
{
    public static readonly AuditedResource Books = new("books");
    public static readonly AuditedResource Authors = new("authors");
    public static readonly AuditedResource Reviews = new("reviews");
    public static readonly AuditedResource Users = new("users");
    public static readonly AuditedResource Orders = new("orders");
    public static readonly AuditedResource Reports = new("reports");

    private AuditedResource(string name) => Name = name;

    public static IReadOnlyList<string> All { get; } = [Books.Name, Authors.Name, Reviews.Name, Users.Name, Orders.Name, Reports.Name];

    public string Name { get; }
}

/// <summary>Resources that follow another, by the column that names it.</summary>
public sealed class Followers
{
    public static readonly Followers BooksOfAuthor = new(AuditedResource.Books, AuditedResource.Authors, "author_id");
    public static readonly Followers ReviewsOfBook = new(AuditedResource.Reviews, AuditedResource.Books, "book_id");
    public static readonly Followers ReviewsOfUser = new(AuditedResource.Reviews, AuditedResource.Users, "user_id");
    public static readonly Followers ReportsOfUser = new(AuditedResource.Reports, AuditedResource.Users, "user_id");

    private Followers(AuditedResource resource, AuditedResource followed, string column) => (Resource, Followed, Column) = (resource, followed, column);

    internal AuditedResource Resource { get; }

    internal AuditedResource Followed { get; }

    internal string Column { get; }
}

/// <summary>What was done to a resource.</summary>
public static class AuditAction
{
    public const string Create = "create";
    public const string Update = "update";
    public const string Delete = "delete";

    /// <summary>An earlier state was put back.</summary>
    public const string Revert = "revert";

    /// <summary>A user's password was changed; what it was and is, is not kept.</summary>
    public const string ChangePassword = "change_password";

    public static IReadOnlyList<string> All { get; } = [Create, Update, Delete, Revert, ChangePassword];
}

/// <summary>A resource before and after a change, as JSON; null where it was not there.</summary>
public sealed class AuditedStates
{
    public string? Before { get; init; }
    public string? After { get; init; }
}

internal sealed record AuditedId(long Id);

internal sealed record AuditedSince(long Id, string Resource);

internal sealed record AuditedLoad(long Now, long? UserId, string Username, string Action, string? RequestId, long LastFollowed, long LastFollower);

internal sealed record AuditLookup(long AuditId, string Resource, long Id);

internal sealed record AuditValues(long Now, long? UserId, string Username, string Action, string Resource, long Id, string? Before, string? RequestId);
