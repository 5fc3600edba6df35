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

    /// <summary>Records that all reviews of a book go with it. Call it before the book is deleted.</summary>
    public void RecordLostReviews(SqliteConnection connection, Actor by, long bookId) =>
        connection.Execute("""
            INSERT INTO audit (created_at, user_id, username, action, resource, resource_id, before, request_id)
            SELECT @Now, @UserId, @Username, @Action, @Resource, r.id, s.snapshot, @RequestId
            FROM reviews r
            JOIN reviews_snapshot s ON s.id = r.id
            WHERE r.book_id = @Id
            """, new AuditValues(Now, by.UserId, by.Name, AuditAction.Delete, AuditedResource.Reviews.Name, bookId, null, by.RequestId));

    /// <summary>What an entry of one resource says; null if there is none.</summary>
    public AuditedStates? Find(SqliteConnection connection, AuditedResource resource, long resourceId, long auditId) =>
        connection.QuerySingleOrDefault<AuditedStates>("""
            SELECT before, after
            FROM audit
            WHERE id = @AuditId AND resource = @Resource AND resource_id = @Id
            """, new AuditLookup(auditId, resource.Name, resourceId));

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

internal sealed record AuditLookup(long AuditId, string Resource, long Id);

internal sealed record AuditValues(long Now, long? UserId, string Username, string Action, string Resource, long Id, string? Before, string? RequestId);
