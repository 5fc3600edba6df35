using System.Text.Json;
using LiteBooks.Data;

namespace LiteBooks.Books;

// Parameters of the repository's SQL. Not nested and not private: Dapper.AOT passes over a call whose types it cannot
// name, and the call then needs run-time code, which the published binary does not have.

internal sealed record BookById(long Id);

internal sealed record AuthorById(long Id);

internal sealed record BookByIsbn(long Key);

internal sealed record AuthorValues(string Name, string Key, string Folded, long Now)
{
    public static AuthorValues Of(string name, long now) => new(name, TextFolding.Key(name), TextFolding.Fold(name), now);
}

internal sealed record BookValues
{
    public long Id { get; init; }
    public long Version { get; init; }
    public required string Title { get; init; }
    public required string TitleFolded { get; init; }
    public long AuthorId { get; init; }
    public required string AuthorKey { get; init; }
    public required string Isbn { get; init; }
    public required long IsbnKey { get; init; }
    public required string? Genre { get; init; }
    public required string? GenreKey { get; init; }
    public required int? PublishedYear { get; init; }
    public required long PriceCents { get; init; }
    public required string Status { get; init; }
    public required int? PageCount { get; init; }
    public long Stock { get; init; }
    public required string Tags { get; init; }
    public required string? Description { get; init; }
    public long CreatedAt { get; init; }
    public required long Now { get; init; }

    /// <summary>A book to be stored; what is not of the book itself is left to the caller.</summary>
    public static BookValues Of(BookFields book, long now) => new()
    {
        Title = book.Title,
        TitleFolded = TextFolding.Fold(book.Title),
        AuthorKey = TextFolding.Key(book.AuthorName),
        Isbn = book.Isbn.Text,
        IsbnKey = book.Isbn.Key,
        Genre = book.Genre,
        GenreKey = book.Genre is { } genre ? TextFolding.Key(genre) : null,
        PublishedYear = book.PublishedYear,
        PriceCents = book.PriceCents,
        Status = book.Status,
        PageCount = book.PageCount,
        Tags = JsonSerializer.Serialize([.. book.Tags], BookJson.Stored.StringArray),
        Description = book.Description,
        Now = now,
    };
}
