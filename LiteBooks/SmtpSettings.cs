namespace LiteBooks;

/// <summary>Where mails go. Without a host they are laid into a folder beside the database.</summary>
/// <param name="Host">The SMTP server; null: none.</param>
/// <param name="Port">1–65535.</param>
/// <param name="Security">One of the values below.</param>
/// <param name="Username">Null: the server wants none.</param>
/// <param name="Password">Comes with a username.</param>
/// <param name="From">The sender's address.</param>
public sealed record SmtpSettings(string? Host, int Port, string Security, string? Username, string? Password, string From)
{
    /// <summary>In the clear: for a server on the same machine.</summary>
    public const string NoSecurity = "none";

    /// <summary>In the clear until the server agrees to TLS, which it must (RFC 3207).</summary>
    public const string StartTls = "starttls";

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    public const string Tls = "tls";

    public static IReadOnlyList<string> Securities { get; } = [NoSecurity, StartTls, Tls];

    // Not the password, wherever this is printed.
    public override string ToString() => $"{Host}:{Port}";
}
