namespace LiteBooks.Http.Access;

/// <summary>Whoever a token stands for, as it is known now: the role is the user's, not the token's.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Username">The user's name.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="TokenVersion">Tokens of another version are no longer good.</param>
public sealed record Account(long Id, string Username, string Role, long TokenVersion);

/// <summary>What the gate asks about users, whom it does not know itself.</summary>
public interface IAccounts
{
    /// <summary>The user's account; null if there is none or it is deactivated.</summary>
    Account? FindActive(long id);

    /// <summary>Whether the server is claimed: whether it has any user.</summary>
    bool AnyExist();
}
