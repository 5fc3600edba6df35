namespace LiteBooks.Configuration;

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

    internal static SmtpSettings Read(SettingReader read)
    {
        var (host, username, password) = (read.Find("Smtp:Host"), read.Find("Smtp:Username"), read.Secret("Smtp:Password", 1));
        if (username is null != password is null)
            throw new CannotStartException("The settings Smtp:Username and Smtp:Password must be given together.");
        return new SmtpSettings(
            string.IsNullOrWhiteSpace(host) ? null : host,
            read.Whole("Smtp:Port", 587, 1, 65_535),
            read.Choice("Smtp:Security", StartTls, Securities),
            username,
            password,
            read.Address("Smtp:From", "litebooks@localhost"));
    }

    // Not the password, wherever this is printed.
    public override string ToString() => $"{Host}:{Port}";
}
