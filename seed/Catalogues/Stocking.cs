using Bogus;
using LiteBooks.Books;

namespace LiteBooks.Seed.Catalogues;

/// <summary>Whether a book can be had, and how many copies there are.</summary>
internal static class Stocking
{
    private static readonly (string Status, int Share)[] Statuses =
        [(BookStatus.Available, 90), ("checked_out", 6), ("reserved", 2), ("archived", 2)];

    public static string Status(Randomizer random) => random.Share(Statuses, entry => entry.Share).Status;

    /// <summary>Mostly a few copies, sometimes a hundred; an archived book, and one in eight others, has none.</summary>
    public static int Quantity(Randomizer random, string status) =>
        status == "archived" || random.Bool(0.125f) ? 0 : random.Low(1, 150);
}
