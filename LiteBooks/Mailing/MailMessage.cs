using System.Globalization;
using MimeKit;

namespace LiteBooks.Mailing;

/// <summary>A mail in the form of RFC 5322. Its Message-Id is the same each time, so that one that was sent twice can be known.</summary>
internal static class MailMessage
{
    public static MimeMessage Of(OutboxRow mail, string from)
    {
        var message = new MimeMessage
        {
            MessageId = string.Create(CultureInfo.InvariantCulture, $"outbox-{mail.Id}-{mail.CreatedAt}@litebooks"),
            Date = mail.Since,
            Subject = mail.Subject,
            Body = new TextPart("plain") { Text = mail.Body },
        };
        message.From.Add(new MailboxAddress("LiteBooks", from));
        ToHeader.Write(message, mail.ToName, mail.ToAddress);
        return message;
    }
}
