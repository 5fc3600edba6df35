namespace LiteBooks;

/// <summary>Where the server listens: <c>--urls</c> or <c>ASPNETCORE_URLS</c>, separated by semicolons.</summary>
internal static class ListenAddresses
{
    public const string Default = "http://localhost:8000";

    /// <summary>
    /// Each as it was given. Throws <see cref="CannotStartException"/> naming the first that cannot be: before the database is touched,
    /// and in one line, where the web server would throw at its start.
    /// </summary>
    public static IReadOnlyList<string> Read(IConfiguration configuration, HttpsSettings? https)
    {
        var given = configuration["urls"] is { } urls && !string.IsNullOrWhiteSpace(urls) ? urls : Default;
        var addresses = given.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Array.ForEach(addresses, address => Check(address, https));
        return addresses;
    }

    /// <summary>An address that <see cref="Read"/> gave. "*" and "+" are every address of this machine.</summary>
    public static Uri Parse(string address) => new(WithoutSign(address));

    private static void Check(string address, HttpsSettings? https)
    {
        var isAddress = Uri.TryCreate(WithoutSign(address), UriKind.Absolute, out var uri);
        if (!isAddress || uri!.PathAndQuery != "/" || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            throw new CannotStartException($"The address '{address}' in --urls must have the form http://HOST:PORT or https://HOST:PORT.");
        if (uri.Scheme == Uri.UriSchemeHttps && https is null)
            throw new CannotStartException($"The address '{address}' in --urls needs a certificate: the setting Https:CertificateFile.");
    }

    private static string WithoutSign(string address) =>
        address.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
}
