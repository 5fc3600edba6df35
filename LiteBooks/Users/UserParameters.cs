namespace LiteBooks.Users;

// Parameters of the SQL of users; see BookParameters for why they are neither nested nor private.

internal sealed record UserById(long Id);

internal sealed record UserByKey(string Key);

internal sealed record UserKeys(long Id, string UsernameKey, string EmailKey);

internal sealed record UserValues
{
    public long Id { get; init; }
    public required string Username { get; init; }
    public required string UsernameKey { get; init; }
    public required string Email { get; init; }
    public required string EmailKey { get; init; }
    public required string FullName { get; init; }
    public required string Role { get; init; }
    public required int IsActive { get; init; }
    public string? PasswordHash { get; init; }
    public required long Now { get; init; }
}
