using System.Globalization;
using LiteBooks.Http.Traffic;

namespace LiteBooks.Cli.Check;

/// <summary>The certificate, if one is set: whether it can be used with its key, and until when.</summary>
internal static class CertificateCheck
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public static Finding Look(HttpsSettings? https, DateTimeOffset now)
    {
        if (https is null)
            return Finding.Ok("certificate", "None is set.");
        try
        {
            using var certificate = Certificate.Read(https).TargetCertificate;
            return Judge(certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime(), now);
        }
        catch (Exception e) when (Certificate.IsOfTheFile(e))
        {
            return Finding.Failure("certificate", $"{https.CertificateFile} cannot be used: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static Finding Judge(DateTimeOffset from, DateTimeOffset until, DateTimeOffset now)
    {
        if (now < from)
            return Finding.Failure("certificate", string.Create(CultureInfo.InvariantCulture, $"It is not valid before {from:u}."));
        if (now > until)
            return Finding.Failure("certificate", string.Create(CultureInfo.InvariantCulture, $"It has expired at {until:u}."));
        var detail = string.Create(CultureInfo.InvariantCulture, $"It is valid until {until:u}, and its key belongs to it.");
        return until - now < Soon ? Finding.Warning("certificate", detail) : Finding.Ok("certificate", detail);
    }
}
