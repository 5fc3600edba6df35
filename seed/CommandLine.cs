using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using LiteBooks.Seed.Display;

namespace LiteBooks.Seed;

/// <summary>The command line. What cannot be done is said in one line on stderr.</summary>
public static class CommandLine
{
    private const int Done = 0, Stopped = 1, Refused = 2;

    private static readonly Option<int> Books = new("--books")
    {
        Description = $"How many books to make, 1 to {SeedOptions.MostBooks}.",
        HelpName = "NUMBER",
        Required = true,
        CustomParser = text => Whole(text, 1, SeedOptions.MostBooks),
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Any whole number. The same seed gives the same books.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => SeedOptions.DefaultSeed,
        CustomParser = text => Whole(text, int.MinValue, int.MaxValue),
    };

    private static readonly Option<string> Database = new("--database")
    {
        Description = "The file to fill: a new one, or a database without books.",
        HelpName = "FILE",
        DefaultValueFactory = _ => SeedOptions.DefaultDatabase,
    };

    public static async Task<int> Run(string[] args)
    {
        var command = new RootCommand("Makes a sample catalogue of any size for LiteBooks.") { Books, Seed, Database };
        command.SetAction((parsed, cancel) => Fill(
            new SeedOptions(parsed.GetValue(Books), parsed.GetValue(Seed), parsed.GetValue(Database)!), cancel));
        var parsed = command.Parse(args);
        return parsed.Action is ParseErrorAction
            ? Say(string.Join(" ", parsed.Errors.Select(error => error.Message)), Refused)
            : await parsed.InvokeAsync();
    }

    private static async Task<int> Fill(SeedOptions options, CancellationToken cancel)
    {
        try
        {
            var report = await ProgressDisplay.During(options.Books, progress => Seeder.Run(options, progress, cancel));
            Console.WriteLine(report);
            return Done;
        }
        catch (CannotStartException e)
        {
            return Say(e.Message, Refused);
        }
        catch (DatabaseUnavailableException e)
        {
            return Say(Incomplete(e.Failure.Code, options), Stopped);
        }
        catch (OperationCanceledException)
        {
            return Say(Incomplete("cancelled", options), Stopped);
        }
    }

    // What is stored already stays: taking millions of rows out again would take longer than deleting the file.
    private static string Incomplete(string reason, SeedOptions options) =>
        $"Stopped ({reason}). {Path.GetFullPath(options.Database)} holds a part of the catalogue only: delete it before you start again.";

    private static int Whole(ArgumentResult result, int least, int most)
    {
        var text = string.Join(' ', result.Tokens);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        result.AddError($"{((OptionResult)result.Parent!).Option.Name} must be a whole number from {least} to {most}, not '{text}'.");
        return default;
    }

    private static int Say(string line, int exitCode)
    {
        Console.Error.WriteLine(line);
        return exitCode;
    }
}
