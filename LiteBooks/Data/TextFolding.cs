using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace LiteBooks.Data;

/// <summary>
/// Takes case and accents off a text, for search and sort: "Łódź" and "lodz" fold to the same. .NET's own normalisation
/// does nothing without ICU, which the one file does not carry, so the mapping is a table (TextFolding.txt).
/// </summary>
public static class TextFolding
{
    private const int FirstHangul = 0xAC00, LastHangul = 0xD7A3, Vowels = 21, Finals = 28;
    private const int LeadBase = 0x1100, VowelBase = 0x1161, FinalBase = 0x11A7;

    private static readonly Lazy<FrozenDictionary<int, string>> Table = new(ReadTable);

    /// <summary>The text as it is searched and sorted by.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
            Append(folded, rune);
        return folded.ToString();
    }

    /// <summary>
    /// The text as "equal, ignoring case" compares it: accents count. Both steps are needed (ς and σ); the long s is the one
    /// letter that .NET's invariant casing passes over.
    /// </summary>
    public static string Key(string text) => text.Replace('ſ', 's').ToUpperInvariant().ToLowerInvariant();

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (Table.Value.TryGetValue(rune.Value, out var target))
            folded.Append(target);
        else if (rune.Value is >= FirstHangul and <= LastHangul)
            AppendHangul(folded, rune.Value - FirstHangul);
        else
            folded.Append(Lower(rune).ToString());
    }

    // The table is Unicode 14's; .NET knows the case of what has come since. A lower case that the table folds to the upper
    // one (Cherokee) is not taken.
    private static Rune Lower(Rune rune) =>
        Rune.ToLowerInvariant(rune) is var lower && Table.Value.ContainsKey(lower.Value) ? rune : lower;

    // Unicode Standard, section 3.12: a syllable is lead, vowel and perhaps a final consonant.
    private static void AppendHangul(StringBuilder folded, int syllable)
    {
        folded.Append((char)(LeadBase + syllable / (Vowels * Finals)));
        folded.Append((char)(VowelBase + syllable / Finals % Vowels));
        if (syllable % Finals is > 0 and var final)
            folded.Append((char)(FinalBase + final));
    }

    private static FrozenDictionary<int, string> ReadTable()
    {
        using var stream = typeof(TextFolding).Assembly.GetManifestResourceStream("TextFolding.txt")!;
        using var lines = new StreamReader(stream);
        var table = new Dictionary<int, string>(7000);
        while (lines.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                AddLine(table, line);
        }
        return table.ToFrozenDictionary();
    }

    private static void AddLine(Dictionary<int, string> table, string line)
    {
        var sides = line.Split('<');
        var target = string.Concat(CodePoints(sides[0]).Select(char.ConvertFromUtf32));
        foreach (var run in sides[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = run.Split('-').Select(FromHex).ToArray();
            for (var code = ends[0]; code <= ends[^1]; code++)
                table.Add(code, target);
        }
    }

    private static IEnumerable<int> CodePoints(string side) =>
        side.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(FromHex);

    private static int FromHex(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
