using System.CommandLine;
using LiteBooks.Books;
using LiteBooks.Data;

namespace LiteBooks.Cli.Import;

/// <summary><c>litebooks import FILE.csv</c>: exit code 0 if every row was taken, 1 if rows were rejected, 2 if it could not run to the end.</summary>
internal static class ImportCommand
{
    private const int RowsRejected = 1;

    public static Command Build(CommandContext context)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A CSV file with a header line." };
        var map = new Option<string[]>("--map") { Description = "Take a field from a column that has another name.", HelpName = "FIELD=COLUMN" };
        var set = new Option<string[]>("--set") { Description = "A value for rows that have none in this field.", HelpName = "FIELD=VALUE" };
        var delimiter = new Option<string?>("--delimiter") { Description = "What separates the columns: one character, or 'tab' (default: found out from the file).", HelpName = "CHARACTER" };
        var encoding = new Option<string?>("--encoding") { Description = "utf-8, utf-16 or latin1 (default: by the byte order mark, else utf-8).", HelpName = "NAME" };
        var onDuplicate = new Option<OnDuplicate>("--on-duplicate") { Description = "What to do with a book whose ISBN is held: leave the held one (skip, the default), update it, or stop (fail).", HelpName = "skip|update|fail" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Do everything on a copy of the database that is thrown away." };
        var report = new Option<FileInfo?>("--report") { Description = "Write each rejected row with its line number and reason to this CSV file.", HelpName = "FILE" };
        var command = new Command("import", "Import books from a CSV file, also beside a running server.") { file, map, set, delimiter, encoding, onDuplicate, dryRun, report };
        command.SetAction(parsed => Run(context, parsed, new ImportOptions
        {
            File = parsed.GetRequiredValue(file),
            Columns = Pairs("--map", parsed.GetValue(map)),
            Defaults = Pairs("--set", parsed.GetValue(set)),
            Delimiter = ImportOptions.ReadDelimiter(parsed.GetValue(delimiter)),
            Encoding = ImportOptions.ReadEncoding(parsed.GetValue(encoding)),
            OnDuplicate = parsed.GetValue(onDuplicate),
            DryRun = parsed.GetValue(dryRun),
            Report = parsed.GetValue(report),
        }));
        return command;
    }

    private static int Run(CommandContext context, ParseResult parsed, ImportOptions options)
    {
        if (!options.File.Exists)
            throw new CannotStartException($"There is no file {options.File.FullName}.");
        var settings = Settings.Read(context.Configuration(parsed));
        if (options.Report is { } report)
            RefuseReport(report.FullName, options.File.FullName, settings);
        using var interrupt = new Interrupt();
        using var target = options.DryRun ? ImportTarget.Copy(settings, options.OnDuplicate) : ImportTarget.Real(settings, options.OnDuplicate);
        using var importer = new Importer(target, options, settings);
        var summary = ProgressDisplay.Run(options.File.Name, options.File.Length, progress => importer.Run(progress, interrupt.Token));
        summary.Print(Console.Out, options);
        return summary.StoppedBecause is not null ? CommandLine.CouldNotRun : summary.Rejected > 0 ? RowsRejected : 0;
    }

    // It is written anew, so whatever was there is gone.
    private static void RefuseReport(string report, string imported, Settings settings)
    {
        if (RealPath.AreSame(report, imported))
            throw new CannotStartException($"{report} is the file that is to be imported. Name another file for the report.");
        DatabaseFiles.Spare(report, settings.DatabasePath);
    }

    private static Dictionary<string, string> Pairs(string option, string[]? given)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in given ?? [])
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at < 1)
                throw new CannotStartException($"{option} takes FIELD=..., not '{text}'.");
            pairs[text[..at]] = text[(at + 1)..];
        }
        return pairs;
    }
}
