using System.Text.RegularExpressions;

namespace LiteBooks.Cli;

/// <summary>Settings on the command line: <c>--Section:Name=value</c> or <c>--Section:Name value</c>, before or behind a command.</summary>
internal static partial class SettingArguments
{
    /// <summary>Takes the settings out of the arguments and leaves the rest.</summary>
    public static IReadOnlyDictionary<string, string?> TakeFrom(ref string[] args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var rest = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (Form().Match(args[i]) is not { Success: true } match)
                rest.Add(args[i]);
            else if (match.Groups["value"].Success)
                settings[match.Groups["name"].Value] = match.Groups["value"].Value;
            else if (i + 1 < args.Length)
                settings[match.Groups["name"].Value] = args[++i];
            else
                throw new CannotStartException($"The setting {match.Groups["name"].Value} needs a value.");
        }
        args = [.. rest];
        return settings;
    }

    [GeneratedRegex(@"^--(?<name>[A-Za-z]\w*(:\w+)+)(=(?<value>.*))?\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Form();
}
