using System.Globalization;
using LiteBooks.Data;

namespace LiteBooks.Mailing;

/// <summary>Without an SMTP server: lays each mail as an <c>.eml</c> file into a folder beside the database, where one can look at it.</summary>
internal sealed class FolderCarrier(Settings settings) : IMailCarrier
{
    public string Folder { get; } = Path.GetFullPath(settings.DatabasePath) + ".mail";

    public async Task Send(OutboxRow mail)
    {
        // Mails are as private as the database; and what counts as sent has to outlive a power cut, its name included.
        PrivateFile.MakeFolder(Folder);
        using var file = new PartialFile(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{mail.Id:D6}-{mail.Kind}.eml")));
        using var message = MailMessage.Of(mail, settings.Smtp.From);
        await message.WriteToAsync(file.Content);
        file.TakeName(overwrite: true);
    }
}
