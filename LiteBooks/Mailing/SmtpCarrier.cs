using MailKit.Net.Smtp;
using MailKit.Security;

namespace LiteBooks.Mailing;

/// <summary>Sends by SMTP (RFC 5321), to the server of the settings.</summary>
internal sealed class SmtpCarrier(SmtpSettings settings) : IMailCarrier
{
    // Well below the time in which a stopping server has to end.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(1);

    public async Task Send(OutboxRow mail)
    {
        using var timeout = new CancellationTokenSource(Longest);
        try
        {
            await Send(mail, timeout.Token);
        }
        catch (OperationCanceledException e) when (timeout.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server {settings} did not take the mail within {Longest.TotalSeconds:0} seconds.", e);
        }
    }

    private async Task Send(OutboxRow mail, CancellationToken cancel)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Host!, settings.Port, Security, cancel);
        if (settings is { Username: { } username, Password: { } password })
            await client.AuthenticateAsync(username, password, cancel);
        using var message = MailMessage.Of(mail, settings.From);
        await client.SendAsync(message, cancel);
        // The server has taken the mail, whatever it says to the farewell; while one waits for that, nobody knows it is sent.
        using var farewell = new CancellationTokenSource(LongestFarewell);
        await client.DisconnectAsync(quit: true, farewell.Token);
    }

    private SecureSocketOptions Security => settings.Security switch
    {
        SmtpSettings.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSettings.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
