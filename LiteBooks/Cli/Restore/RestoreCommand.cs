using System.CommandLine;
using System.Globalization;
using LiteBooks.Data;

namespace LiteBooks.Cli.Restore;

/// <summary><c>litebooks restore FILE</c>: exit code 0 if the backup is in its place, 2 if not, and then nothing is changed.</summary>
internal static class RestoreCommand
{
    public static Command Build(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A backup." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only check that it can be restored; also beside a running server." };
        var command = new Command("restore", "Put a backup in the place of the database, which is kept beside it.") { file, dryRun };
        command.SetAction(parsed => Run(Settings.Read(context.Configuration(parsed)).ToWrite(), parsed.GetRequiredValue(file), parsed.GetValue(dryRun)));
        return command;
    }

    private static int Run(Settings settings, string file, bool dryRun)
    {
        using var interrupt = new Interrupt();
        if (string.IsNullOrWhiteSpace(file))
            throw new CannotStartException("Name the backup that is to be restored.");
        var restore = new CatalogueRestore(settings, TimeProvider.System);
        var done = dryRun ? restore.Rehearse(file, interrupt.Token) : restore.Run(file, interrupt.Token);
        Console.WriteLine($"{(dryRun ? "Could restore" : "Restored")} {Path.GetFullPath(file)}: {Counts(done.Holdings)}.");
        if (done.Aside is { } aside)
            Console.WriteLine($"The database from before is {aside}.");
        return 0;
    }

    private static string Counts(Holdings holdings) => string.Create(CultureInfo.InvariantCulture,
        $"{holdings.Books} books, {holdings.Authors} authors, {holdings.Reviews} reviews, {holdings.Users} users, {holdings.Orders} orders");
}
