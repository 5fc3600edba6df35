using System.Text.Json;

namespace LiteBooks.Batch;

/// <summary>A book to be added. <see cref="Blank"/> stands where its ISBN belongs: in the author's name too where that is new.</summary>
internal sealed record NewBook(
    string Title, string TitleFolded, string AuthorName, string AuthorFolded, string? Genre, int? PublishedYear, decimal Price, string? Description,
    IReadOnlyList<string> Tags, int? PageCount)
{
    public const string Blank = "0000000000000";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>One a line, as JSON.</summary>
    public static List<NewBook> ReadAll(string path) =>
        [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<NewBook>(line, Json)!)];
}
