using System.Text.RegularExpressions;

namespace LiteBooks.Seed.Words;

/// <summary>Puts the English article right once the word behind it is known.</summary>
internal static partial class Articles
{
    /// <summary>"a alibi" becomes "an alibi", "an lantern" becomes "a lantern".</summary>
    public static string Agree(string text) => Article().Replace(text, article =>
        article.Groups["a"].Value + (article.Groups["vowel"].Success ? "n " : " "));

    // By sound: "a one-pot cook", "a unit", "an hour".
    [GeneratedRegex(@"\b(?<a>[Aa])n? (?:(?<vowel>(?=hour|heir|honest|(?!one|once|uni|use|eu)[aeiou]))|(?=\w))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Article();
}
