using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LiteBooks.Tests.Support;

/// <summary>Certificates for tests, signed by themselves.</summary>
internal static class TestCertificate
{
    public static X509Certificate2 Make(string name, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(from ?? DateTimeOffset.UtcNow.AddDays(-1), until ?? DateTimeOffset.UtcNow.AddDays(90));
    }

    public static void WritePem(X509Certificate2 certificate, string file, string keyFile)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
    }
}
