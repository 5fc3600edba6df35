using System.Globalization;

namespace LiteBooks.Seed.Words;

/// <summary>A genre: what its books are called, how many they are, when they began, how long and how dear they are.</summary>
internal sealed class Genre
{
    public Genre(string name, IReadOnlyDictionary<string, string[]> lists, Grammar common)
    {
        Name = name;
        Grammar = Grammar.From(lists, common);
        Share = Numbers(lists, "share")[0];
        EarliestYear = Numbers(lists, "years")[0];
        Pages = Range(lists, "pages");
        Dollars = Range(lists, "dollars");
        Tags = lists["tag"];
    }

    public string Name { get; }

    public Grammar Grammar { get; }

    /// <summary>How many authors write in this genre, beside the shares of the others.</summary>
    public int Share { get; }

    public int EarliestYear { get; }

    public (int Least, int Most) Pages { get; }

    public (int Least, int Most) Dollars { get; }

    /// <summary>The frequent ones first.</summary>
    public IReadOnlyList<string> Tags { get; }

    private static (int, int) Range(IReadOnlyDictionary<string, string[]> lists, string name) =>
        Numbers(lists, name) is [var least, var most] ? (least, most) : throw new FormatException($"The list {name} must hold two numbers.");

    private static int[] Numbers(IReadOnlyDictionary<string, string[]> lists, string name) =>
        [.. lists[name].Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
}
