using Bogus;
using LiteBooks.Books;
using LiteBooks.Seed.Words;

namespace LiteBooks.Seed.Catalogues;

/// <summary>What a book costs.</summary>
internal static class Pricing
{
    private static readonly (int Cents, int Share)[] Endings = [(99, 70), (95, 12), (50, 8), (0, 10)];

    public static int Cents(Randomizer random, Genre genre)
    {
        // A few rarities, so that the price filters have something to find at the top.
        if (random.Bool(0.004f))
            return random.Low((int)BookLimits.PremiumPrice, (int)BookLimits.HighestPrice) * 100;
        var dollars = random.Low(genre.Dollars.Least, genre.Dollars.Most);
        return dollars * 100 + random.Share(Endings, ending => ending.Share).Cents;
    }
}
