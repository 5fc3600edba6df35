namespace LiteBooks.Users;

/// <summary>A user's fields after every check, ready to be stored. The password is hashed by then.</summary>
public sealed record UserFields
{
    public required string Username { get; init; }
    public required string Email { get; init; }
    public required string FullName { get; init; }
    public required string Role { get; init; }
    public bool IsActive { get; init; } = true;
}

/// <summary>Checked changes to a user; what is not set stays.</summary>
public sealed record UserPatch
{
    public Optional<string> Username { get; init; }
    public Optional<string> Email { get; init; }
    public Optional<string> FullName { get; init; }
    public Optional<string> Role { get; init; }
    public Optional<bool> IsActive { get; init; }

    public UserFields ApplyTo(UserRow row) => new()
    {
        Username = Username.Or(row.Username),
        Email = Email.Or(row.Email),
        FullName = FullName.Or(row.FullName),
        Role = Role.Or(row.Role),
        IsActive = IsActive.Or(row.IsActive),
    };
}
