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
}
