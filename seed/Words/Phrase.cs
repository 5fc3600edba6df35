using System.Text.RegularExpressions;

namespace LiteBooks.Seed.Words;

/// <summary>A piece of a phrase: plain text, or a hole that is named after the list which fills it.</summary>
internal sealed record Piece(string Text, bool IsHole);

/// <summary>A text with holes: <c>The {adjective} {thing}</c>.</summary>
internal sealed partial class Phrase(string text)
{
    public IReadOnlyList<Piece> Pieces { get; } = [.. Parts().Matches(text).Select(ToPiece)];

    private static Piece ToPiece(Match part) =>
        part.Value[0] == '{' ? new Piece(part.Value[1..^1], true) : new Piece(part.Value, false);

    [GeneratedRegex(@"\{[a-z_]+\}|[^{]+")]
    private static partial Regex Parts();
}
