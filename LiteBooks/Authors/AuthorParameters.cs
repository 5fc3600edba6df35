namespace LiteBooks.Authors;

// Parameters of the SQL of authors: neither nested nor private, because Dapper.AOT passes over types that it cannot name.

internal sealed record AuthorById(long Id);

internal sealed record AuthorByKey(string NameKey);

internal sealed record AuthorValues
{
    public long Id { get; init; }
    public long Version { get; init; }
    public required string Name { get; init; }
    public required string NameKey { get; init; }
    public required string NameFolded { get; init; }
    public required string? Bio { get; init; }
    public required string? Nationality { get; init; }
    public required string? Phone { get; init; }
    public required string? Street { get; init; }
    public required string? City { get; init; }
    public required string? State { get; init; }
    public required string? ZipCode { get; init; }
    public required string? Country { get; init; }
    public required long Now { get; init; }
}
