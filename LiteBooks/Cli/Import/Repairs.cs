using System.Globalization;
using System.Text.RegularExpressions;

namespace LiteBooks.Cli.Import;

/// <summary>
/// What spreadsheets do to numbers, and only what can be undone for certain. An ISBN in scientific notation has lost its
/// digits and is never trusted.
/// </summary>
internal static partial class Repairs
{
    // A group number of five zeros does not exist, so no ISBN-10 lost more than four.
    private const int ShortestIsbn = 6;

    /// <summary>The ISBN with its leading zeros, or without ".0", if its check digit then proves it; else null.</summary>
    public static string? Isbn(string text)
    {
        var compact = Books.Isbn.Compact(text);
        if (compact.EndsWith(".0", StringComparison.Ordinal))
            compact = compact[..^2];
        if (LacksZeros(compact))
            compact = compact.PadLeft(10, '0');
        return compact != Books.Isbn.Compact(text) && Books.Isbn.HasForm(compact) && Books.Isbn.CheckDigit(compact) == compact[^1] ? compact : null;
    }

    /// <summary>Whether the text is an ISBN-10 that a spreadsheet took for a number.</summary>
    public static bool LacksZeros(string text) =>
        text.Length is >= ShortestIsbn and < 10 && Books.Isbn.HasForm(text.PadLeft(10, '0'));

    public static bool IsScientific(string text) => Scientific().IsMatch(text.Trim());

    /// <summary>The year in a whole number, in "2008.0", or in a date; null if there is none.</summary>
    public static long? Year(string text) =>
        YearForm().Match(text.Trim()) is { Success: true } match
        && long.TryParse(match.Groups["year"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year) ? year : null;

    [GeneratedRegex(@"^[0-9]+([.,][0-9]+)?e\+?[0-9]+\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Scientific();

    // 2008 | 2008.0 | -720.0 | 2008-05-01 | 2008-05 | 1/5/2008
    [GeneratedRegex(@"^((?<year>-?[0-9]+)(\.0*)?|(?<year>[0-9]{4})-[0-9]{1,2}(-[0-9]{1,2}.*)?|[0-9]{1,2}[/.][0-9]{1,2}[/.](?<year>[0-9]{4}))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex YearForm();
}
