using System.CommandLine;
using System.Globalization;
using LiteBooks.Data;

namespace LiteBooks.Cli.Backup;

/// <summary><c>litebooks backup FILE</c>: exit code 0 if the backup was made and proved, 2 if not.</summary>
internal static class BackupCommand
{
    public static Command Build(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write." };
        var force = new Option<bool>("--force") { Description = "Replace the file if it is there already." };
        var command = new Command("backup", "Back the database up into one file, also beside a running server.") { file, force };
        command.SetAction(parsed => Run(Settings.Read(context.Configuration(parsed)), parsed.GetRequiredValue(file), parsed.GetValue(force)));
        return command;
    }

    private static int Run(Settings settings, string file, bool force)
    {
        if (string.IsNullOrWhiteSpace(file))
            throw new CannotStartException("Name the file that the backup is to be written to.");
        using var interrupt = new Interrupt();
        var made = new CatalogueBackup(settings).Write(file, force, interrupt.Token);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Wrote {made.File}: {made.Bytes} bytes, {made.Books} books. Its integrity was checked."));
        return 0;
    }
}
