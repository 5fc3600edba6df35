namespace LiteBooks.Mailing;

/// <summary>Takes a mail to where it is read. Throws if it cannot; the mail is then tried again.</summary>
internal interface IMailCarrier
{
    Task Send(OutboxRow mail);
}
