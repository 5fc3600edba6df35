using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LiteBooks.Http.Traffic;

/// <summary>
/// The certificate of the settings, with its chain. A renewed file is noticed within a minute and used from the next
/// connection on; one that cannot be read then leaves the one before in use.
/// </summary>
public sealed class Certificate
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(1);

    private readonly HttpsSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<Certificate> _log;
    private readonly Lock _lock = new();
    private SslStreamCertificateContext _current;
    private DateTime _written;
    private long _looked;

    /// <summary>Reads the files. Throws <see cref="CannotStartException"/> naming the file where that cannot be.</summary>
    public Certificate(HttpsSettings settings, TimeProvider clock, ILogger<Certificate> log)
    {
        (_settings, _clock, _log) = (settings, clock, log);
        try
        {
            (_written, _looked, _current) = (Written(), clock.GetTimestamp(), Read(settings));
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            throw new CannotStartException($"The certificate {settings.CertificateFile} (Https:CertificateFile, Https:KeyFile, Https:Password) cannot be used: {e.Message}", e);
        }
    }

    /// <summary>What a new connection is to be given.</summary>
    public SslStreamCertificateContext Current()
    {
        lock (_lock)
        {
            if (_clock.GetElapsedTime(_looked) < LookAgainAfter)
                return _current;
            _looked = _clock.GetTimestamp();
            try
            {
                if (Written() is var written && written != _written)
                {
                    (_current, _written) = (Read(_settings), written);
                    _log.LogInformation("Took the renewed certificate {File}, good until {Until:yyyy-MM-dd}", _settings.CertificateFile, _current.TargetCertificate.NotAfter.ToUniversalTime());
                }
            }
            catch (Exception e) when (IsOfTheFile(e))
            {
                _log.LogWarning("The renewed certificate {File} cannot be used, the one before stays: {Reason}", _settings.CertificateFile, e.Message);
            }
            return _current;
        }
    }

    /// <summary>Whether <see cref="Read"/> threw this for what the files are. A key that does not match is an <see cref="ArgumentException"/> to the framework.</summary>
    public static bool IsOfTheFile(Exception e) => e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException;

    private DateTime Written() => new[] { _settings.CertificateFile, _settings.KeyFile ?? _settings.CertificateFile }.Max(File.GetLastWriteTimeUtc);

    /// <summary>Reads a certificate with its key and chain; throws <see cref="CryptographicException"/> where they do not belong together.</summary>
    public static SslStreamCertificateContext Read(HttpsSettings settings)
    {
        var chain = new X509Certificate2Collection();
        X509Certificate2 own;
        if (Path.GetExtension(settings.CertificateFile).ToUpperInvariant() is ".PFX" or ".P12")
        {
            chain = X509CertificateLoader.LoadPkcs12CollectionFromFile(settings.CertificateFile, settings.Password);
            own = chain.FirstOrDefault(certificate => certificate.HasPrivateKey) ?? throw new CryptographicException("The file holds no private key.");
        }
        else
        {
            chain.ImportFromPemFile(settings.CertificateFile);
            own = settings.Password is null
                ? X509Certificate2.CreateFromPemFile(settings.CertificateFile, settings.KeyFile)
                : X509Certificate2.CreateFromEncryptedPemFile(settings.CertificateFile, settings.Password, settings.KeyFile);
        }
        return SslStreamCertificateContext.Create(own, chain, offline: true);
    }
}
