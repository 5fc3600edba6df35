using System.Text.Json;
using LiteBooks.Books;

namespace LiteBooks.Cli.Import;

/// <summary>Tags in one cell: separated by commas, or a JSON array where a tag holds a separator itself.</summary>
internal static class TagList
{
    private static readonly char[] Separators = [',', ';', '|'];

    public static IReadOnlyList<string>? Read(string cell)
    {
        if (!cell.StartsWith('['))
            return cell.Split(Separators);
        try
        {
            return JsonSerializer.Deserialize(cell, BookJson.Stored.StringArray) is { } tags && !tags.Contains(null) ? tags : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Write(IReadOnlyList<string> tags) =>
        tags.Any(tag => tag.IndexOfAny(Separators) >= 0 || tag.StartsWith('['))
            ? JsonSerializer.Serialize([.. tags], BookJson.Stored.StringArray)
            : string.Join(",", tags);
}
