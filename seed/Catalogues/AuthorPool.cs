using Bogus;
using LiteBooks.Seed.Words;

namespace LiteBooks.Seed.Catalogues;

/// <summary>
/// Tells who wrote the next book: a new author, or one of those before. An author is imagined anew from the seed and a
/// number each time, so that millions of them need no memory.
/// </summary>
internal sealed class AuthorPool(int seed, IReadOnlyList<Genre> genres)
{
    private const float Newcomers = 0.25f;
    private const int LatestFirstYear = 2024;

    private readonly AuthorNames _names = new();
    private int _known;

    public Author Next(Randomizer random) =>
        Imagine(_known == 0 || random.Bool(Newcomers) ? _known++ : Earlier(random.Double()));

    // The power 3/2 favours those who came first: a few of them get hundreds of books, most authors one or two.
    private int Earlier(double chance) => (int)(_known * chance * Math.Sqrt(chance));

    private Author Imagine(int number)
    {
        var random = new Randomizer(Chance.SeedOf(seed, number));
        var genre = random.Share(genres, genre => genre.Share);
        // Mostly of our time; without the second term too many would begin in the very last years.
        var firstYear = LatestFirstYear - random.Low(0, LatestFirstYear - genre.EarliestYear) - random.Int(0, 30);
        return new Author(_names.Next(random), genre, Math.Max(firstYear, genre.EarliestYear));
    }
}
