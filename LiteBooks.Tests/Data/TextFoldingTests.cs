using System.Text;
using LiteBooks.Data;

namespace LiteBooks.Tests.Data;

[Trait("Category", "InProcess")]
public sealed class TextFoldingTests
{
    private static IEnumerable<string> AllCharacters =>
        Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(char.ConvertFromUtf32);

    [Theory]
    [InlineData("", "")]
    [InlineData("Hello, World! 42", "hello, world! 42")]
    [InlineData("Straße", "strasse")]
    [InlineData("GROẞE", "grosse")]
    [InlineData("Ørsted", "orsted")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Æsir œuvre", "aesir oeuvre")]
    [InlineData("İstanbul Iğdır ı", "istanbul igdir i")]
    [InlineData("Đorđe Þór Eð", "dorde thor ed")]
    [InlineData("Ħal Ŧ", "hal t")]
    [InlineData("Crème Brûlée", "creme brulee")]
    [InlineData("Ångström Ångström", "angstrom angstrom")]
    [InlineData("A\u030angstro\u0308m", "angstrom")]
    [InlineData("Tiếng Việt", "tieng viet")]
    [InlineData("Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "οδυσσευσ οδυσσευσ")]
    [InlineData("ЁЛКА Йод", "елка иод")]
    [InlineData("ﬁ ﬃ ﬆ", "fi ffi st")]
    [InlineData("Ｆｕｌｌ", "full")]
    [InlineData("ǅ ǆ", "dz dz")]
    [InlineData("戦争と平和", "戦争と平和")]
    [InlineData("한", "\u1112\u1161\u11ab")]
    [InlineData("가", "\u1100\u1161")]
    [InlineData("😀 𝐀", "😀 a")]
    [InlineData("שָׁלוֹם", "שלום")]
    public void Case_and_accents_fall_off(string text, string folded)
    {
        Assert.Equal(folded, TextFolding.Fold(text));
    }

    [Fact]
    public void Folding_a_folded_text_changes_nothing_for_any_character()
    {
        var changed = AllCharacters.Where(c => TextFolding.Fold(TextFolding.Fold(c)) != TextFolding.Fold(c)).Select(CodePoint).ToList();

        Assert.Empty(changed);
    }

    [Fact]
    public void Upper_and_lower_case_of_any_character_fold_alike()
    {
        var different = AllCharacters
            .Where(c => TextFolding.Fold(c.ToUpperInvariant()) != TextFolding.Fold(c) || TextFolding.Fold(c.ToLowerInvariant()) != TextFolding.Fold(c))
            .Select(CodePoint)
            .ToList();

        Assert.Empty(different);
    }

    [Fact]
    public void Ascii_folds_to_its_lower_case_beside_any_other_letter()
    {
        var ascii = new string([.. Enumerable.Range(0, 128).Select(code => (char)code)]);

        Assert.Equal(ascii.ToLowerInvariant(), TextFolding.Fold(ascii));
        Assert.Equal(ascii.ToLowerInvariant() + "戦", TextFolding.Fold(ascii + "戦"));
    }

    [Theory]
    [InlineData("É", "é", true)]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφος", true)]
    [InlineData("Й", "й", true)]
    [InlineData("ſ", "S", true)]
    [InlineData("É", "e", false)]
    [InlineData("Ø", "o", false)]
    [InlineData("a", "b", false)]
    public void A_key_ignores_case_but_not_accents(string one, string other, bool same)
    {
        Assert.Equal(same, TextFolding.Key(one) == TextFolding.Key(other));
    }

    private static string CodePoint(string character) => $"U+{char.ConvertToUtf32(character, 0):X4}";
}
