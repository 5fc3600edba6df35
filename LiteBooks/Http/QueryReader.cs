using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace LiteBooks.Http;

/// <summary>
/// Reads query parameters by name. Every fault names its parameter; nothing is thrown. A parameter that takes one value
/// and comes several times counts as it came last.
/// </summary>
public sealed class QueryReader(IQueryCollection query, Faults faults)
{
    /// <summary>The most values of a repeatable parameter.</summary>
    public const int MostValues = 20;

    /// <summary>The longest text, in characters; no column that is filtered holds more.</summary>
    public const int LongestText = 300;

    public Faults Faults => faults;

    /// <summary>A text, or null where the parameter is absent.</summary>
    public string? Text(string name, int shortest = 0)
    {
        if (Last(name) is not { } value)
            return null;
        if (TextRules.Length(value) < shortest)
            faults.Add(name, $"At least {shortest} characters are required.", "too_short");
        return Checked(name, value);
    }

    /// <summary>A text, or null where the parameter is absent or blank.</summary>
    public string? Filter(string name) => Text(name)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>All values of a repeatable parameter, without blank ones.</summary>
    public IReadOnlyList<string> Filters(string name)
    {
        var values = query[name];
        if (values.Count > MostValues)
            faults.Add(name, $"At most {MostValues} values are allowed.", "too_many");
        return [.. values.Take(MostValues).Select(value => Checked(name, value!).Trim()).Where(value => value.Length > 0)];
    }

    public long? Whole(string name, long least, long most = long.MaxValue)
    {
        if (Last(name) is not { } text)
            return null;
        if (!text.AsSpan(text.StartsWith('-') ? 1 : 0).IsDigits())
            faults.Add(name, "Expected a whole number.", "wrong_type");
        else if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            faults.Add(name, "The number has more than 64 bits.", "out_of_range");
        else if (value < least || value > most)
            faults.Add(name, most == long.MaxValue ? $"The number must be at least {least}." : $"The number must be from {least} to {most}.", "out_of_range");
        else
            return value;
        return null;
    }

    /// <summary>The page that <c>page</c> and <c>per_page</c> ask for.</summary>
    public PageRequest Page() =>
        new(Whole("page", least: 1) ?? 1, (int)(Whole("per_page", 1, PageRequest.MostPerPage) ?? PageRequest.DefaultPerPage));

    /// <summary>How many rows <c>limit</c> asks for, of a list that is walked by cursor.</summary>
    public int Limit() => (int)(Whole("limit", 1, PageRequest.MostPerPage) ?? PageRequest.DefaultPerPage);

    /// <summary>A time (RFC 3339).</summary>
    public DateTimeOffset? Time(string name)
    {
        // Forms write blanks as +, and so a zone that was not encoded loses its sign.
        if (Last(name)?.Replace(' ', '+') is not { } text)
            return null;
        if (Rfc3339.TryParse(text, out var time))
            return time;
        faults.Add(name, "Expected a time such as 2026-11-23T20:20:00Z.", "wrong_type");
        return null;
    }

    public ExactDecimal? Number(string name, decimal least)
    {
        if (Last(name) is not { } text)
            return null;
        var number = ExactDecimal.Parse(text);
        if (number is null)
            faults.Add(name, "Expected a number.", "wrong_type");
        else if (number.Value.Value < least)
            faults.Add(name, $"The number must be at least {least}.", "out_of_range");
        return number;
    }

    /// <summary>true or false, also as 1 or 0.</summary>
    public bool? Switch(string name)
    {
        switch (Last(name)?.ToLowerInvariant())
        {
            case null:
                return null;
            case "true" or "1":
                return true;
            case "false" or "0":
                return false;
            default:
                faults.Add(name, "Expected true or false.", "wrong_type");
                return null;
        }
    }

    public string Choice(string name, IReadOnlyList<string> choices, string fallback) =>
        Last(name) is { } value ? ListedOrFault(name, value, choices) ?? fallback : fallback;

    /// <summary>The value if it is one of the choices; else null, and a fault.</summary>
    public string? ListedOrFault(string name, string value, IReadOnlyList<string> choices)
    {
        if (choices.Contains(value))
            return value;
        faults.Add(name, $"The value must be one of {string.Join(", ", choices)}.", "not_in_list");
        return null;
    }

    private string? Last(string name) => query.TryGetValue(name, out StringValues values) && values.Count > 0 ? values[^1] : null;

    private string Checked(string name, string value)
    {
        if (TextRules.Length(value) > LongestText)
            faults.Add(name, $"At most {LongestText} characters are allowed.", "too_long");
        if (TextRules.HasForbiddenControl(value))
            faults.Add(name, TextRules.ControlMessage, "control_character");
        return value;
    }
}

internal static class Digits
{
    public static bool IsDigits(this ReadOnlySpan<char> text) => text.Length > 0 && text.IndexOfAnyExceptInRange('0', '9') < 0;
}
