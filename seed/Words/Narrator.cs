using System.Text;
using Bogus;

namespace LiteBooks.Seed.Words;

/// <summary>Fills the holes of phrases by chance.</summary>
internal sealed class Narrator(Randomizer random)
{
    private readonly ProperNames _names = new(random);

    /// <summary>One of the list's phrases, with all its holes filled.</summary>
    public string Say(Grammar grammar, string list)
    {
        var text = new StringBuilder();
        Append(text, grammar, list);
        return Articles.Agree(text.ToString());
    }

    private void Append(StringBuilder text, Grammar grammar, string list)
    {
        if (grammar.Find(list) is not { } phrases)
        {
            text.Append(_names.Say(list));
            return;
        }
        foreach (var piece in random.ArrayElement(phrases).Pieces)
        {
            if (piece.IsHole)
                Append(text, grammar, piece.Text);
            else
                text.Append(piece.Text);
        }
    }
}
