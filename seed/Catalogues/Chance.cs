using Bogus;

namespace LiteBooks.Seed.Catalogues;

/// <summary>
/// Uneven chances. Only sums, products and roots of doubles: every machine rounds these alike, which powers and
/// logarithms do not promise, and the same seed must give the same rows everywhere.
/// </summary>
internal static class Chance
{
    /// <summary>A number within both bounds; the small ones are frequent, the large ones rare.</summary>
    public static int Low(this Randomizer random, int least, int most)
    {
        var chance = random.Double();
        return least + (int)((most - least + 1L) * chance * chance * chance);
    }

    /// <summary>A number within both bounds; those in the middle are more frequent.</summary>
    public static int Middle(this Randomizer random, int least, int most) =>
        least + (int)((most - least + 1L) * ((random.Double() + random.Double()) / 2));

    /// <summary>One of the choices, each as often as its share says.</summary>
    public static T Share<T>(this Randomizer random, IReadOnlyList<T> choices, Func<T, int> share)
    {
        var left = random.Int(0, choices.Sum(share) - 1);
        return choices.First(choice => (left -= share(choice)) < 0);
    }

    /// <summary>A seed for one of many parts, unlike the seeds of its neighbours (the finaliser of MurmurHash3).</summary>
    public static int SeedOf(int seed, int part)
    {
        unchecked
        {
            var hash = (uint)seed * 0x9E3779B1u + (uint)part;
            hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
            hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
            return (int)(hash ^ (hash >> 16));
        }
    }
}
