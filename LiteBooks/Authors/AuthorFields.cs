namespace LiteBooks.Authors;

/// <summary>An author's fields after every check: trimmed, normalised, ready to be stored.</summary>
public sealed record AuthorFields
{
    public required string Name { get; init; }
    public string? Bio { get; init; }
    public string? Nationality { get; init; }
    public string? Phone { get; init; }
    public AddressFields? Address { get; init; }
}

/// <summary>An address after every check; it is there as a whole or not at all.</summary>
public sealed record AddressFields(string Street, string City, string State, string ZipCode, string Country);
