namespace LiteBooks;

/// <summary>A text where only one line has room, such as a name in a mail: what may have come with line breaks and tabs.</summary>
public static class OneLine
{
    /// <summary>Every run of blanks and line breaks becomes one blank, and those at both ends go.</summary>
    public static string Of(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
