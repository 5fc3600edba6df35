using System.Text.RegularExpressions;

namespace LiteBooks.Seed.Words;

/// <summary>Writes a text as a title: "The Last Letter of the Widow".</summary>
internal static partial class TitleCase
{
    public static string Of(string text) => LowerWord().Replace(text, word =>
        Capital(word.Value[0]) + word.Value[1..]);

    private static string Capital(char letter) => char.ToUpperInvariant(letter).ToString();

    // The first letter of a word, unless the word is a small one in the middle of the title.
    [GeneratedRegex(@"(?<=^|[:?!] )\p{Ll}|(?<=[ (])(?!(a|an|and|at|by|de|for|from|in|of|on|or|the|to|with|without)\b)\p{Ll}", RegexOptions.ExplicitCapture)]
    private static partial Regex LowerWord();
}
