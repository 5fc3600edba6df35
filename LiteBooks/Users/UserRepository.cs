using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Users;

/// <summary>All SQL of users. Passwords come here hashed; only <see cref="FindCredentials"/> reads them.</summary>
public sealed class UserRepository(Database database, AuditTrail audit, ActivityLog activity, Outbox outbox, TimeProvider clock)
{
    private const string Columns = "id, username, email, full_name, role, is_active, created_at, updated_at, version";

    public UserRow? Find(long id) => database.ReadOnce(connection => Find(connection, id));

    public UserRow? FindByName(string username) => database.ReadOnce(connection =>
        connection.QuerySingleOrDefault<UserRow>($"SELECT {Columns} FROM users WHERE username_key = @Key", new UserByKey(TextFolding.Key(username))));

    public CredentialsRow? FindCredentials(string username) => database.ReadOnce(connection =>
        connection.QuerySingleOrDefault<CredentialsRow>("""
            SELECT id, username, role, password_hash, is_active, token_version
            FROM users
            WHERE username_key = @Key
            """, new UserByKey(TextFolding.Key(username))));

    public long Count() => database.ReadOnce(Count);

    /// <summary>A page of users, and how many match.</summary>
    public (IReadOnlyList<UserRow> Rows, long Total) List(UserQuery query)
    {
        var where = query.Filter();
        return database.Read(connection =>
        {
            var total = connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM users {where}", where.Parameters);
            where.Parameters.Add("limit", query.Page.PerPage);
            where.Parameters.Add("offset", query.Page.Offset);
            return (connection.Query<UserRow>($"SELECT {Columns} FROM users {where} ORDER BY id LIMIT @limit OFFSET @offset", where.Parameters).AsList(), total);
        });
    }

    /// <summary>
    /// Adds a user, and stores its answer with it. The first claims the server and has to be an administrator; from then on
    /// nobody adds one who is not known: <see cref="Unauthenticated"/>, though the server was open when the request came.
    /// </summary>
    public Task<Outcome<UserRow>> Insert(UserFields user, string passwordHash, Actor by, Remembered<UserRow>? remembered = null, CancellationToken cancel = default) =>
        database.Write<UserRow>(connection =>
        {
            var isFirst = Count(connection) == 0;
            if (isFirst && user.Role != Roles.Admin)
                return new RuleBroken("first_user_must_be_admin", "The first user claims the server, and so must have the role admin.", "role", "first_user_is_admin");
            if (!isFirst && by.Name == Actor.Anonymous)
                return new Unauthenticated("unauthenticated", "Somebody has claimed this server meanwhile. Sign in.");
            if (FindTaken(connection, 0, user) is { } taken)
                return taken;
            var id = connection.ExecuteScalar<long>("""
                INSERT INTO users (username, username_key, email, email_key, full_name, role, password_hash, is_active, token_version, created_at)
                VALUES (@Username, @UsernameKey, @Email, @EmailKey, @FullName, @Role, @PasswordHash, @IsActive, random() & 9223372036854775807, @Now)
                RETURNING id
                """, Values(user) with { PasswordHash = passwordHash });
            audit.Record(connection, by, AuditAction.Create, AuditedResource.Users, id);
            activity.Add(connection, id, user.Username, ActivityKind.Registered, requestId: by.RequestId);
            outbox.Add(connection, WelcomeMail.For(user));
            var row = Find(connection, id)!;
            return remembered?.Store(connection, row) ?? row;
        }, cancel);

    /// <summary>
    /// Changes a user; a new password or a deactivation ends its tokens. <see cref="NotFound"/>, <see cref="StaleVersion"/>,
    /// <see cref="Duplicate"/>, or <see cref="Conflict"/> where no active administrator would be left.
    /// </summary>
    public Task<Outcome<UserRow>> Update(long id, ExpectedVersion expected, UserPatch patch, string? passwordHash, Actor by, CancellationToken cancel = default) =>
        database.Write<UserRow>(connection =>
        {
            if (Find(connection, id) is not { } row)
                return new NotFound("user", id);
            if (!expected.Allows(row.Version))
                return new StaleVersion();
            var user = patch.ApplyTo(row);
            if (FindTaken(connection, id, user) is { } taken)
                return taken;
            var staysAdmin = user.IsActive && user.Role == Roles.Admin;
            if (!staysAdmin && IsLastAdmin(connection, row))
                return LastAdmin;
            var before = audit.Snapshot(connection, AuditedResource.Users, id);
            connection.Execute("""
                UPDATE users
                SET username = @Username,
                    username_key = @UsernameKey,
                    email = @Email,
                    email_key = @EmailKey,
                    full_name = @FullName,
                    role = @Role,
                    token_version = iif(@PasswordHash IS NOT NULL OR @IsActive < is_active, random() & 9223372036854775807, token_version),
                    password_hash = coalesce(@PasswordHash, password_hash),
                    is_active = @IsActive,
                    updated_at = @Now,
                    version = version + 1
                WHERE id = @Id
                """, Values(user) with { Id = id, PasswordHash = passwordHash });
            audit.Record(connection, by, passwordHash is null ? AuditAction.Update : AuditAction.ChangePassword, AuditedResource.Users, id, before);
            if (passwordHash is not null)
                activity.Add(connection, id, user.Username, ActivityKind.PasswordChanged, requestId: by.RequestId);
            if (row.IsActive && !user.IsActive)
                activity.Add(connection, id, user.Username, ActivityKind.Deactivated, requestId: by.RequestId);
            return Find(connection, id)!;
        }, cancel);

    /// <summary>Records that a user has signed in.</summary>
    public Task RecordSignIn(long id, string username, string requestId) => database.Write<long>(connection =>
    {
        activity.Add(connection, id, username, ActivityKind.SignedIn, requestId: requestId);
        return id;
    });

    /// <summary>Deletes a user. It fails as a change does, and as a <see cref="Conflict"/> too where the user has orders.</summary>
    public Task<Outcome<long>> Delete(long id, ExpectedVersion expected, Actor by, CancellationToken cancel = default) =>
        database.Write<long>(connection =>
        {
            if (Find(connection, id) is not { } row)
                return new NotFound("user", id);
            if (!expected.Allows(row.Version))
                return new StaleVersion();
            if (IsLastAdmin(connection, row))
                return LastAdmin;
            if (HasOrders(connection, id))
                return new Conflict("user_has_orders", "The user has orders, which stay: deactivate it instead.");
            var before = audit.Snapshot(connection, AuditedResource.Users, id);
            audit.RecordFollowers(connection, by, AuditAction.Update, Followers.ReviewsOfUser, id, () =>
                connection.Execute("UPDATE reviews SET user_id = NULL, version = version + 1 WHERE user_id = @Id", new UserById(id)));
            audit.RecordFollowers(connection, by, AuditAction.Update, Followers.ReportsOfUser, id, () =>
                connection.Execute("UPDATE reports SET user_id = NULL, version = version + 1 WHERE user_id = @Id", new UserById(id)));
            connection.Execute("DELETE FROM users WHERE id = @Id", new UserById(id));
            audit.Record(connection, by, AuditAction.Delete, AuditedResource.Users, id, before);
            return id;
        }, cancel);

    private static readonly Conflict LastAdmin = new("last_admin", "This is the last active administrator: make another one first.");

    private static UserRow? Find(SqliteConnection connection, long id) =>
        connection.QuerySingleOrDefault<UserRow>($"SELECT {Columns} FROM users WHERE id = @Id", new UserById(id));

    private static long Count(SqliteConnection connection) => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM users");

    private static bool IsLastAdmin(SqliteConnection connection, UserRow row) => row.IsActiveAdmin
        && connection.ExecuteScalar<long>("SELECT COUNT(*) FROM users WHERE role = 'admin' AND is_active = 1 AND id <> @Id", new UserById(row.Id)) == 0;

    private static bool HasOrders(SqliteConnection connection, long id) =>
        connection.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM orders WHERE user_id = @Id)", new UserById(id)) == 1;

    private static Duplicate? FindTaken(SqliteConnection connection, long id, UserFields user)
    {
        var lookup = new UserKeys(id, TextFolding.Key(user.Username), TextFolding.Key(user.Email));
        if (connection.ExecuteScalar<long?>("SELECT id FROM users WHERE username_key = @UsernameKey AND id <> @Id", lookup) is { } named)
            return new Duplicate("duplicate_user", $"The user {named} has this username already.", named);
        if (connection.ExecuteScalar<long?>("SELECT id FROM users WHERE email_key = @EmailKey AND id <> @Id", lookup) is { } reached)
            return new Duplicate("duplicate_user", $"The user {reached} has this e-mail address already.", reached);
        return null;
    }

    private UserValues Values(UserFields user) => new()
    {
        Username = user.Username,
        UsernameKey = TextFolding.Key(user.Username),
        Email = user.Email,
        EmailKey = TextFolding.Key(user.Email),
        FullName = user.FullName,
        Role = user.Role,
        IsActive = user.IsActive ? 1 : 0,
        Now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
    };
}
