using System.Text;
using System.Text.RegularExpressions;

namespace LiteBooks.Kiosk;

/// <summary>
/// The modules of the page as one. Most are a few lines, and a browser spends more on asking for them one by one than on reading them all.
/// They import each other by name alone, and no two give one name to different things.
/// </summary>
internal static partial class PageScript
{
    /// <param name="main">The module with which all begins.</param>
    /// <param name="read">Gives the text of a module.</param>
    public static string Join(string main, Func<string, string> read)
    {
        var joined = new StringBuilder();
        Add(main, read, joined, []);
        return joined.ToString();
    }

    // After those that it imports.
    private static void Add(string name, Func<string, string> read, StringBuilder joined, HashSet<string> added)
    {
        if (!added.Add(name))
            return;
        var text = read(name);
        foreach (Match import in Import().Matches(text))
            Add(import.Groups["name"].Value, read, joined, added);
        joined.Append($"// ---- {name}\n").Append(Export().Replace(Import().Replace(text, ""), "")).Append('\n');
    }

    [GeneratedRegex("""^import \{[^}]+\} from "\./(?<name>[^"]+)";\r?\n""", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex("^export (?=(?:async )?(?:class|const|function) )", RegexOptions.Multiline)]
    private static partial Regex Export();
}
