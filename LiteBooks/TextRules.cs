namespace LiteBooks;

/// <summary>What holds for every text that comes in: lengths count Unicode scalar values, and control characters are refused.</summary>
public static class TextRules
{
    public const string ControlMessage = "Control characters other than tab, newline and carriage return are not allowed.";

    /// <summary>The number of Unicode scalar values: an emoji outside the basic plane counts as one.</summary>
    public static int Length(string text)
    {
        var length = text.Length;
        foreach (var c in text)
        {
            if (char.IsLowSurrogate(c))
                length--;
        }
        return length;
    }

    public static bool HasForbiddenControl(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
                return true;
        }
        return false;
    }

    /// <summary>A text that has to be there, trimmed.</summary>
    public static string RequiredText(string field, string? value, int longest, Faults faults)
    {
        CheckCharacters(field, value, faults);
        var trimmed = value?.Trim();
        if (trimmed is null)
            faults.Add(field, "A value is required.", "required");
        else if (trimmed.Length == 0)
            faults.Add(field, "At least 1 character is required, blanks aside.", "too_short");
        return Text(field, trimmed, longest, faults) ?? "";
    }

    /// <summary>A text that may be absent, trimmed; a blank one counts as absent.</summary>
    public static string? TextOrNull(string field, string? value, int longest, Faults faults)
    {
        CheckCharacters(field, value, faults);
        return value?.Trim() is { Length: > 0 } text ? Text(field, text, longest, faults) : null;
    }

    /// <summary>A text that may be absent, as it is.</summary>
    public static string? Text(string field, string? value, int longest, Faults faults)
    {
        if (value is null)
            return null;
        if (Length(value) > longest)
            faults.Add(field, $"At most {longest} characters are allowed.", "too_long");
        CheckCharacters(field, value, faults);
        return value;
    }

    /// <summary>Call it before a text is trimmed: some control characters count as blanks.</summary>
    public static void CheckCharacters(string field, string? value, Faults faults)
    {
        if (value is not null && HasForbiddenControl(value))
            faults.Add(field, ControlMessage, "control_character");
    }
}
