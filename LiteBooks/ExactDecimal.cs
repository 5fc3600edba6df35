using System.Globalization;
using System.Text.RegularExpressions;

namespace LiteBooks;

/// <summary>
/// A number as it was written. <see cref="IsExact"/> is false where a decimal (28 digits) could not hold all of it;
/// <see cref="Value"/> is then the nearest one, so that a bound still refuses it and no digit disappears unseen.
/// </summary>
public readonly partial record struct ExactDecimal(decimal Value, bool IsExact)
{
    private const int Digits = 28;

    /// <summary>Whether the number has no digit other than 0 behind the given decimal place.</summary>
    public bool HasAtMost(int decimals) => IsExact && decimal.Round(Value, decimals) == Value;

    /// <summary>Reads a number in the form of JSON (RFC 8259): <c>-1</c>, <c>39.99</c>, <c>1e3</c>. Null if it is none.</summary>
    public static ExactDecimal? Parse(string text)
    {
        var match = NumberForm().Match(text);
        if (!match.Success)
            return null;
        var significant = (match.Groups["whole"].Value + match.Groups["fraction"].Value.TrimEnd('0')).TrimStart('0');
        if (significant.Length == 0)
            return new(0, true);
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value != 0)
            return new(value, significant.Length <= Digits);
        var isTiny = match.Groups["exponent"].Value.StartsWith('-') || match.Groups["whole"].Value.Trim('0').Length == 0;
        return new(isTiny ? 0 : text[0] == '-' ? decimal.MinValue : decimal.MaxValue, false);
    }

    [GeneratedRegex(@"^-?(?<whole>[0-9]+)(\.(?<fraction>[0-9]+))?([eE](?<exponent>[+-]?[0-9]+))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberForm();
}
