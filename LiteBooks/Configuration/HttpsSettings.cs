namespace LiteBooks.Configuration;

/// <summary>The certificate that HTTPS is served with: one file with the key in it (PKCS #12), or two (PEM).</summary>
/// <param name="CertificateFile">A .pfx or .p12 file, or the certificate with its chain in PEM.</param>
/// <param name="KeyFile">The private key in PEM; null for a file that holds both.</param>
/// <param name="Password">What the key is encrypted with; null: nothing.</param>
public sealed record HttpsSettings(string CertificateFile, string? KeyFile, string? Password)
{
    internal static HttpsSettings? Read(SettingReader read)
    {
        var (certificate, key, password) = (read.Find("Https:CertificateFile"), read.Find("Https:KeyFile"), read.Secret("Https:Password", 1));
        if (!string.IsNullOrWhiteSpace(certificate))
            return new HttpsSettings(certificate, string.IsNullOrWhiteSpace(key) ? null : key, password);
        return key is null && password is null ? null : throw new CannotStartException("The settings Https:KeyFile and Https:Password need Https:CertificateFile.");
    }

    // Not the password, wherever this is printed.
    public override string ToString() => CertificateFile;
}
