using Bogus;
using Bogus.DataSets;

namespace LiteBooks.Seed.Words;

/// <summary>The names of people and places inside titles and descriptions.</summary>
internal sealed class ProperNames(Randomizer random)
{
    // The data sets draw from the randomizer that they are given, and not from the global one.
    private readonly Name _names = new("en") { Random = random };
    private readonly Address _addresses = new("en") { Random = random };

    public string Say(string kind) => kind switch
    {
        "first_name" => _names.FirstName(),
        "surname" => _names.LastName(),
        "town" => _addresses.City(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No genre has a list of this name."),
    };
}
