using Bogus;
using Bogus.DataSets;

namespace LiteBooks.Seed.Catalogues;

/// <summary>Names of authors from many countries, so that searches meet accents.</summary>
internal sealed class AuthorNames
{
    // Not Dutch: Bogus 35.6 has a Dutch first name that is broken by a wrong encoding.
    private static readonly (string Locale, int Share)[] Locales =
    [
        ("en", 58), ("de", 7), ("fr", 7), ("es", 7), ("it", 5), ("pl", 4), ("sv", 3), ("pt_BR", 3), ("tr", 2), ("cz", 2), ("nb_NO", 2),
    ];

    private readonly Dictionary<string, Name> _names = Locales.ToDictionary(entry => entry.Locale, entry => new Name(entry.Locale));

    public string Next(Randomizer random)
    {
        var (locale, _) = random.Share(Locales, entry => entry.Share);
        var names = _names[locale];
        names.Random = random;
        var gender = random.Bool() ? Name.Gender.Female : Name.Gender.Male;
        // Some Turkish surnames of Bogus have a blank behind them.
        return $"{names.FirstName(gender)}{Initial(random)} {names.LastName(gender)}".Trim();
    }

    private static string Initial(Randomizer random) => random.Bool(0.25f) ? $" {random.Char('A', 'W')}." : "";
}
