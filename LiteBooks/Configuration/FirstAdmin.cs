namespace LiteBooks.Configuration;

/// <summary>An administrator to be added at the start, as the settings name it.</summary>
public sealed record FirstAdmin(string Username, string Password, string Email)
{
    internal static FirstAdmin? Read(SettingReader read)
    {
        var (username, password, email) = (read.Find("Auth:AdminUsername"), read.Secret("Auth:AdminPassword", 1), read.Find("Auth:AdminEmail"));
        if (username is null && password is null)
            return null;
        if (username is null || password is null)
            throw new CannotStartException("The settings Auth:AdminUsername and Auth:AdminPassword must be given together.");
        return new FirstAdmin(username, password, email ?? $"{username}@localhost");
    }

    // Not the password, wherever this is printed.
    public override string ToString() => Username;
}
