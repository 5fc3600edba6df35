using System.Globalization;

namespace LiteBooks.Mailing;

/// <summary>Without an SMTP server: lays each mail as an <c>.eml</c> file into a folder beside the database, where one can look at it.</summary>
internal sealed class FolderCarrier(Settings settings) : IMailCarrier
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Folder { get; } = Path.GetFullPath(settings.DatabasePath) + ".mail";

    public async Task Send(OutboxRow mail)
    {
        MakeFolder();
        var file = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{mail.Id:D6}-{mail.Kind}.eml"));
        // Under another name until it is complete.
        var partial = file + ".partial";
        await using (var stream = File.Create(partial))
        {
            using var message = MailMessage.Of(mail, settings.Smtp.From);
            await message.WriteToAsync(stream);
            // It counts as sent from now on, and so has to outlive a power cut.
            stream.Flush(flushToDisk: true);
        }
        File.Move(partial, file, overwrite: true);
    }

    // Mails are as private as the database.
    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Folder);
        else
            Directory.CreateDirectory(Folder, OwnerOnly);
    }
}
