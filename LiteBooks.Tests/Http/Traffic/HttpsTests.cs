using System.Security.Cryptography.X509Certificates;
using LiteBooks.Http.Traffic;
using LiteBooks.Tests.Cli;
using LiteBooks.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Tests.Http.Traffic;

public sealed class HttpsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_file_serves_HTTPS_and_tells_browsers_to_stay(bool withPassword)
    {
        using var certificate = TestCertificate.Make("localhost");
        var password = withPassword ? "pass phrase" : null;
        await File.WriteAllBytesAsync(_folder.File("site.pfx"), certificate.Export(X509ContentType.Pfx, password));

        await ShouldServe(certificate, [("Https:CertificateFile", _folder.File("site.pfx")), .. password is null ? [] : new[] { ("Https:Password", password) }]);
    }

    [Fact]
    public async Task A_certificate_in_PEM_with_its_key_serves_HTTPS()
    {
        using var certificate = TestCertificate.Make("localhost");
        TestCertificate.WritePem(certificate, _folder.File("site.pem"), _folder.File("site.key"));

        await ShouldServe(certificate, [("Https:CertificateFile", _folder.File("site.pem")), ("Https:KeyFile", _folder.File("site.key"))]);
    }

    [Trait("Category", "InProcess")]
    [Fact]
    public void A_renewed_certificate_is_taken_within_a_minute_and_a_broken_one_is_not()
    {
        using var first = TestCertificate.Make("first.example");
        using var second = TestCertificate.Make("second.example");
        var (file, key) = (_folder.File("site.pem"), _folder.File("site.key"));
        TestCertificate.WritePem(first, file, key);
        var clock = new TestClock();
        var certificate = new Certificate(new HttpsSettings(file, key, null), clock, NullLogger<Certificate>.Instance);

        TestCertificate.WritePem(second, file, key);
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(1));
        Assert.Equal(first.Thumbprint, certificate.Current().TargetCertificate.Thumbprint);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(second.Thumbprint, certificate.Current().TargetCertificate.Thumbprint);

        File.WriteAllText(file, "half a certifi");
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(2));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(second.Thumbprint, certificate.Current().TargetCertificate.Thumbprint);

        File.Delete(file);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(second.Thumbprint, certificate.Current().TargetCertificate.Thumbprint);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_used_stops_the_start_with_one_line_that_names_it()
    {
        using var one = TestCertificate.Make("localhost");
        using var other = TestCertificate.Make("localhost");
        TestCertificate.WritePem(one, _folder.File("one.pem"), _folder.File("one.key"));
        TestCertificate.WritePem(other, _folder.File("other.pem"), _folder.File("other.key"));
        await File.WriteAllTextAsync(_folder.File("broken.pem"), "no certificate");
        await File.WriteAllBytesAsync(_folder.File("site.pfx"), one.Export(X509ContentType.Pfx, "right"));

        ShouldRefuse("none.pem", "--Https:CertificateFile=none.pem");
        ShouldRefuse("broken.pem", "--Https:CertificateFile=broken.pem");
        ShouldRefuse("one.pem", "--Https:CertificateFile=one.pem", "--Https:KeyFile=other.key");
        ShouldRefuse("one.pem", "--Https:CertificateFile=one.pem");
        ShouldRefuse("site.pfx", "--Https:CertificateFile=site.pfx", "--Https:Password=wrong");
    }

    [Fact]
    public void An_https_address_needs_a_certificate() => ShouldRefuse("Https:CertificateFile");

    public void Dispose() => _folder.Dispose();

    private void ShouldRefuse(string name, params string[] settings) =>
        CommandRun.Of(_folder, ["--urls", "https://127.0.0.1:0", .. settings]).ShouldBeRefused(name);

    private async Task ShouldServe(X509Certificate2 expected, params (string, string)[] settings)
    {
        await using var server = await ChildServer.Start(_folder.File("books.db"), [("urls", "https://127.0.0.1:0"), .. settings]);
        string? seen = null;
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => (seen = certificate!.GetCertHashString()) is not null;
        using var client = new HttpClient(handler) { BaseAddress = server.Address };

        using var answer = await client.GetAsync(new Uri("/api/v1/books", UriKind.Relative));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(expected.Thumbprint, seen);
        Assert.Equal("https", server.Address.Scheme);
        Assert.Equal(["max-age=31536000"], answer.Headers.GetValues("Strict-Transport-Security"));
    }
}
