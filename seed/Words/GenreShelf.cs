namespace LiteBooks.Seed.Words;

/// <summary>All genres, from the files in Genres: the file's name is the genre's name.</summary>
internal sealed class GenreShelf
{
    private const string Common = "common", Extension = ".txt";

    private GenreShelf(IReadOnlyDictionary<string, string[]> common)
    {
        var grammar = Grammar.From(common);
        CommonTags = common["tag"];
        Genres = [.. Names().Select(name => new Genre(name, Read(name), grammar))];
    }

    public IReadOnlyList<Genre> Genres { get; }

    /// <summary>Tags that fit a book of any genre.</summary>
    public IReadOnlyList<string> CommonTags { get; }

    public static GenreShelf Load() => new(Read(Common));

    // Sorted, so that the order does not depend on how the program was built.
    private static IEnumerable<string> Names() => typeof(GenreShelf).Assembly.GetManifestResourceNames()
        .Where(file => file.EndsWith(Extension, StringComparison.Ordinal))
        .Select(file => file[..^Extension.Length])
        .Where(name => name != Common)
        .Order(StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, string[]> Read(string name)
    {
        using var file = new StreamReader(typeof(GenreShelf).Assembly.GetManifestResourceStream(name + Extension)!);
        return Grammar.Read(file);
    }
}
