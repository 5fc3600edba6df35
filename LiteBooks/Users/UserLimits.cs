namespace LiteBooks.Users;

/// <summary>The bounds of a user's fields. Lengths count Unicode scalar values.</summary>
public static class UserLimits
{
    public const int ShortestUsername = 3;
    public const int Username = 50;
    public const string UsernameForm = "^[a-zA-Z0-9_]+$";

    /// <summary>The longest address that can be delivered to (RFC 5321, section 4.5.3.1.3, and its erratum 1690).</summary>
    public const int Email = 254;
    public const int FullName = 100;
    public const int ShortestPassword = 8;
    public const int Password = 128;
}
