namespace LiteBooks.Data;

/// <summary>
/// A piece of text to be found inside folded texts, as SQLite's full-text index (FTS5, trigram) wants it said. Three
/// characters and more are a phrase; fewer are looked up as the beginning of indexed runs of three, from
/// <see cref="Low"/> to <see cref="High"/> (see the migration that makes the index).
/// </summary>
public sealed record SearchTerm(string? Phrase, string Low, string High)
{
    /// <summary>Null where nothing is left of the text once it is folded: it is then part of every text.</summary>
    public static SearchTerm? From(string text)
    {
        var folded = TextFolding.Fold(text);
        var length = folded.EnumerateRunes().Count();
        if (length == 0)
            return null;
        // U+10FFFF is above every character, so no run that begins with the text lies beyond it.
        return new SearchTerm(length >= 3 ? Quote(folded) : null, folded, folded + "\U0010FFFF");
    }

    // In FTS5 a quoted string has no operators; a quote in it is doubled.
    private static string Quote(string text) => '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
