using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Writes down what a user does, in the transaction in which it is done.</summary>
public sealed class ActivityLog(TimeProvider clock)
{
    /// <param name="connection">The write's own.</param>
    /// <param name="userId">Who did it.</param>
    /// <param name="username">The name that the user has now.</param>
    /// <param name="kind">One of <see cref="ActivityKind"/>.</param>
    /// <param name="details">A JSON object, or null.</param>
    /// <param name="requestId">The request that it came in, if it came in one.</param>
    public void Add(SqliteConnection connection, long userId, string username, string kind, string? details = null, string? requestId = null) =>
        connection.Execute("""
            INSERT INTO activity (created_at, user_id, username, kind, details, request_id)
            VALUES (@Now, @UserId, @Username, @Kind, @Details, @RequestId)
            """, new ActivityValues(clock.GetUtcNow().ToUnixTimeMilliseconds(), userId, username, kind, details, requestId));
}

/// <summary>What a user did.</summary>
public static class ActivityKind
{
    public const string Registered = "registered";
    public const string SignedIn = "signed_in";
    public const string PasswordChanged = "password_changed";
    public const string Deactivated = "deactivated";
    public const string OrderPlaced = "order_placed";
    public const string OrderPaid = "order_paid";
    public const string OrderShipped = "order_shipped";
    public const string OrderCancelled = "order_cancelled";

    public static IReadOnlyList<string> All { get; } = [Registered, SignedIn, PasswordChanged, Deactivated, OrderPlaced, OrderPaid, OrderShipped, OrderCancelled];
}

internal sealed record ActivityValues(long Now, long UserId, string Username, string Kind, string? Details, string? RequestId);
