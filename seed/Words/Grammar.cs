namespace LiteBooks.Seed.Words;

/// <summary>
/// Named lists of phrases. One line of their file is <c>name: phrase | phrase</c>; a line that starts with a blank goes on
/// with the list above it. A list that is missing is looked up in the <paramref name="common"/> grammar.
/// </summary>
internal sealed class Grammar(IReadOnlyDictionary<string, Phrase[]> lists, Grammar? common = null)
{
    /// <summary>The list of this name, or null where neither this grammar nor the common one has it.</summary>
    public Phrase[]? Find(string list) => lists.TryGetValue(list, out var phrases) ? phrases : common?.Find(list);

    public static IReadOnlyDictionary<string, string[]> Read(TextReader file)
    {
        var lists = new Dictionary<string, string[]>();
        var name = "";
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] != ' ')
                (name, line) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..]);
            lists[name] = [.. lists.GetValueOrDefault(name, []), .. line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        }
        return lists;
    }

    public static Grammar From(IReadOnlyDictionary<string, string[]> lists, Grammar? common = null) =>
        new(lists.ToDictionary(list => list.Key, list => list.Value.Select(text => new Phrase(text)).ToArray()), common);
}
