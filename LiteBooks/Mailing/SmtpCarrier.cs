using MailKit.Net.Smtp;
using MailKit.Security;

namespace LiteBooks.Mailing;

/// <summary>Sends by SMTP (RFC 5321), to the server of the settings.</summary>
internal sealed class SmtpCarrier(SmtpSettings settings) : IMailCarrier
{
    // Well below the time in which a stopping server has to end.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public async Task Send(OutboxRow mail)
    {
        using var timeout = new CancellationTokenSource(Longest);
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Host!, settings.Port, Security, timeout.Token);
        if (settings is { Username: { } username, Password: { } password })
            await client.AuthenticateAsync(username, password, timeout.Token);
        using var message = MailMessage.Of(mail, settings.From);
        await client.SendAsync(message, timeout.Token);
        await client.DisconnectAsync(quit: true, timeout.Token);
    }

    private SecureSocketOptions Security => settings.Security switch
    {
        SmtpSettings.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSettings.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
