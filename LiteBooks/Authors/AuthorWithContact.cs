using LiteBooks.Http.Description;

namespace LiteBooks.Authors;

// A type of its own, and not AuthorResponse with one more member to fill or not: what a type does not have cannot slip into
// an answer.

/// <summary>An author; with its contact for editors and admins, and without that member for everybody else.</summary>
[Example("""
    {
      "id": 6,
      "name": "Ursula K. Le Guin",
      "bio": "Wrote of other worlds.",
      "nationality": "American",
      "contact": {
        "phone": "+15035550123",
        "address": { "street": "1 Willamette Way", "city": "Portland", "state": "OR", "zip_code": "97201", "country": "US" }
      },
      "book_count": 1,
      "created_at": "2026-11-23T20:20:00.123Z",
      "updated_at": null
    }
    """)]
[Shows(typeof(CreateAuthor))]
public sealed record AuthorWithContact
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string? Bio { get; init; }
    public required string? Nationality { get; init; }

    /// <summary>For editors and admins alone; null where neither phone nor address is known.</summary>
    public AuthorContact? Contact { get; init; }

    /// <summary>How many books the catalogue has of the author.</summary>
    public required long BookCount { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until the first change.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }

    public static AuthorWithContact From(AuthorRow row)
    {
        var author = AuthorResponse.From(row);
        return new()
        {
            Id = author.Id,
            Name = author.Name,
            Bio = author.Bio,
            Nationality = author.Nationality,
            Contact = AuthorContact.From(row),
            BookCount = author.BookCount,
            CreatedAt = author.CreatedAt,
            UpdatedAt = author.UpdatedAt,
        };
    }
}

/// <summary>How to reach an author.</summary>
[Shows(typeof(CreateContact))]
public sealed record AuthorContact(string? Phone, AuthorAddress? Address)
{
    public static AuthorContact? From(AuthorRow row) => row.Phone is null && row.Street is null
        ? null
        : new(row.Phone, row.Street is null ? null : new(row.Street, row.City!, row.State!, row.ZipCode!, row.Country!));
}

/// <summary>A postal address.</summary>
[Shows(typeof(CreateAddress))]
public sealed record AuthorAddress(string Street, string City, string State, string ZipCode, string Country);
