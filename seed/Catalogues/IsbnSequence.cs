using System.Globalization;
using LiteBooks.Books;

namespace LiteBooks.Seed.Catalogues;

/// <summary>
/// ISBN-13s of the English-speaking groups, 978-0 and 978-1. They never repeat: a step that shares no factor with the
/// size of the range meets every number in it once before it meets the first again.
/// </summary>
internal sealed class IsbnSequence
{
    private const int Range = 200_000_000;

    private readonly long _first;
    private readonly long _step;

    public IsbnSequence(int seed)
    {
        var random = new Bogus.Randomizer(seed);
        _first = random.Int(0, Range - 1);
        // The range has the factors 2 and 5 only; a number that ends in 7 has neither.
        _step = random.Int(1_000_000, 9_999_999) * 10L + 7;
    }

    public string At(int index)
    {
        var body = (_first + _step * index) % Range;
        var digits = string.Create(CultureInfo.InvariantCulture, $"978{body:D9}");
        return digits + Isbn.CheckDigit(digits + "?");
    }
}
