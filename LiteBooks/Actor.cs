namespace LiteBooks;

/// <summary>Who changes something, for the audit: a user, or null as <paramref name="UserId"/> and a name that says what it was.</summary>
/// <param name="UserId">The user's id; null where nobody was signed in.</param>
/// <param name="Name">The username, or one of the names below, which no username can be.</param>
/// <param name="RequestId">The request that it came in, if it came in one.</param>
public sealed record Actor(long? UserId, string Name, string? RequestId = null)
{
    /// <summary>The name of a request from the server's own machine while it has no users.</summary>
    public const string Anonymous = "(anonymous)";

    /// <summary>The server itself: the sample catalogue, a first administrator from the settings.</summary>
    public static readonly Actor Server = new(null, "(server)");

    /// <summary>Whoever may run commands on the machine.</summary>
    public static readonly Actor CommandLine = new(null, "(command line)");
}
