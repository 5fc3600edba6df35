using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LiteBooks.Http.Traffic;

/// <summary>HTTPS on the addresses that say so, with the certificate of the settings.</summary>
internal static class Https
{
    public static void AddHttps(this WebApplicationBuilder builder, HttpsSettings? settings)
    {
        if (settings is null)
            return;
        builder.Services.AddSingleton(services => new Certificate(settings, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<Certificate>>()));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<Certificate>((kestrel, certificate) => kestrel.ConfigureHttpsDefaults(https =>
        {
            // The server wants one at its start; what a connection is given is decided below, with its chain.
            https.ServerCertificate = certificate.Current().TargetCertificate;
            https.OnAuthenticate = (_, ssl) => ssl.ServerCertificateContext = certificate.Current();
        }));
    }
}
