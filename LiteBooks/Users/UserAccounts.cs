using Dapper;
using LiteBooks.Data;
using LiteBooks.Http.Access;

namespace LiteBooks.Users;

/// <summary>Answers the gate: who is behind a token, and whether the server is claimed.</summary>
public sealed class UserAccounts(Database database) : IAccounts
{
    // Once claimed, a server stays so: its last administrator cannot be removed.
    private volatile bool _claimed;

    public Account? FindActive(long id) => database.ReadOnce(connection => connection.QuerySingleOrDefault<AccountRow>("""
        SELECT id, username, role, token_version
        FROM users
        WHERE id = @Id AND is_active = 1
        """, new UserById(id)))?.ToAccount();

    public bool AnyExist() => _claimed || (_claimed = database.ReadOnce(connection => connection.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM users)")) == 1);
}

internal sealed class AccountRow
{
    public long Id { get; init; }
    public string Username { get; init; } = "";
    public string Role { get; init; } = "";
    public long TokenVersion { get; init; }

    public Account ToAccount() => new(Id, Username, Role, TokenVersion);
}
