using System.CommandLine;
using System.Text.Json;

namespace LiteBooks.Cli.Check;

/// <summary><c>litebooks check</c>: exit code 0 if nothing failed (warnings may be), 1 if something did, 2 if it could not be found out.</summary>
internal static class CheckCommand
{
    private const int SomethingFailed = 1;

    public static Command Build(CommandContext context)
    {
        var json = new Option<bool>("--json") { Description = "Write the findings as JSON." };
        var urls = new Option<string?>("--urls") { Description = "Where the server listens, or is to listen.", HelpName = "URLS" };
        var command = new Command("check", "Check settings, database, disk, certificate and backups; also beside a running server. Changes nothing.") { json, urls, context.ReadOnly };
        command.SetAction(async (parsed, _) =>
        {
            using var interrupt = new Interrupt();
            var report = new CheckReport(await Look(context, parsed, parsed.GetValue(urls), interrupt.Token));
            Print(report, parsed.GetValue(json));
            return report.Status == Finding.IsFailure ? SomethingFailed : 0;
        });
        return command;
    }

    // Without settings nobody knows what to check.
    private static async Task<IReadOnlyList<Finding>> Look(CommandContext context, ParseResult parsed, string? urls, CancellationToken cancel)
    {
        Settings settings;
        IReadOnlyList<string> addresses;
        try
        {
            var configuration = context.Configuration(parsed, urls);
            settings = Settings.Read(configuration);
            addresses = ListenAddresses.Read(configuration, settings.Https);
        }
        catch (CannotStartException e)
        {
            return [Finding.Failure("settings", e.Message.ReplaceLineEndings(" "))];
        }
        return await CheckList.Run(settings, addresses, TimeProvider.System, cancel);
    }

    private static void Print(CheckReport report, bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(report, CheckJson.Default.CheckReport));
        else
            foreach (var (name, status, detail) in report.Checks)
                Console.WriteLine($"{status,-8} {name,-12} {detail}");
    }
}
