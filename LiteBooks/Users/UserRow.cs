namespace LiteBooks.Users;

/// <summary>A user as the database holds it, without what would let one sign in.</summary>
public sealed class UserRow
{
    public long Id { get; init; }
    public string Username { get; init; } = "";
    public string Email { get; init; } = "";
    public string FullName { get; init; } = "";
    public string Role { get; init; } = "";
    public bool IsActive { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long CreatedAt { get; init; }
    public long? UpdatedAt { get; init; }
    public long Version { get; init; }

    public ResourceVersion ResourceVersion => new(Id, Version);

    public bool IsActiveAdmin => IsActive && Role == Roles.Admin;
}

/// <summary>What a sign-in is checked with.</summary>
public sealed class CredentialsRow
{
    public long Id { get; init; }
    public string Username { get; init; } = "";
    public string Role { get; init; } = "";
    public string PasswordHash { get; init; } = "";
    public bool IsActive { get; init; }
    public long TokenVersion { get; init; }
}
