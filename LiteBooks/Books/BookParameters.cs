namespace LiteBooks.Books;

// Parameters of the repository's SQL. Not nested and not private: Dapper.AOT passes over a call whose types it cannot
// name, and the call then needs run-time code, which the published binary does not have.

internal sealed record BookById(long Id);

internal sealed record AuthorById(long Id);

internal sealed record BookByIsbn(long Key);

internal sealed record AuthorValues(string Name, string Key, string Folded, long Now);

internal sealed record BookValues
{
    public long Id { get; init; }
    public long Version { get; init; }
    public required string Title { get; init; }
    public required string TitleFolded { get; init; }
    public required long AuthorId { get; init; }
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
}
