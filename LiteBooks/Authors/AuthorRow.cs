namespace LiteBooks.Authors;

/// <summary>An author as the database holds it.</summary>
public sealed class AuthorRow
{
    public long Id { get; init; }
    public string Name { get; init; } = "";
    public string? Bio { get; init; }
    public string? Nationality { get; init; }
    public string? Phone { get; init; }

    /// <summary>Null where there is no address; then so are the members after it.</summary>
    public string? Street { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? ZipCode { get; init; }
    public string? Country { get; init; }
    public long BookCount { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long CreatedAt { get; init; }
    public long? UpdatedAt { get; init; }
    public long Version { get; init; }

    public ResourceVersion ResourceVersion => new(Id, Version);

    /// <summary>What would make this author: what a merge patch is merged into.</summary>
    public CreateAuthor ToCreation() => new()
    {
        Name = Name,
        Bio = Bio,
        Nationality = Nationality,
        Contact = Phone is null && Street is null ? null : new CreateContact
        {
            Phone = Phone,
            Address = Street is null ? null : new CreateAddress { Street = Street, City = City, State = State, ZipCode = ZipCode, Country = Country },
        },
    };
}
