using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Authors;

/// <summary>An author to stand in place of another: the fields of a creation, and what else GET gave, as it was given.</summary>
[AlsoHas(typeof(CreateAuthor))]
[Example("""
    {
      "name": "Ursula Kroeber Le Guin",
      "bio": "Wrote of other worlds.",
      "nationality": "American",
      "contact": { "phone": "+15035550123" },
      "id": 6
    }
    """)]
public sealed record ReplaceAuthor
{
    /// <summary>As it is, or left out.</summary>
    public long Id { get; init; }

    /// <summary>As it is, or left out.</summary>
    public long BookCount { get; init; }

    /// <summary>As it is, or left out.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>As it is, or left out.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The author that takes the row's place.</summary>
    public static Outcome<AuthorFields> Over(AuthorRow row, AuthorFields author, ReadOnlyMembers readOnly)
    {
        var faults = new Faults();
        readOnly.Check(row, faults);
        return faults.Any ? faults.ToFailure() : author;
    }
}

/// <summary>Members of an author that a replacement may send back as they were shown, and not otherwise.</summary>
public sealed class ReadOnlyMembers
{
    private Optional<long?> Id { get; init; }
    private Optional<long?> BookCount { get; init; }
    private Optional<string?> CreatedAt { get; init; }
    private Optional<string?> UpdatedAt { get; init; }

    public static ReadOnlyMembers Read(ObjectReader body) => new()
    {
        Id = body.Whole("id"),
        BookCount = body.Whole("book_count"),
        CreatedAt = body.Text("created_at"),
        UpdatedAt = body.Text("updated_at"),
    };

    public void Check(AuthorRow row, Faults faults)
    {
        var shown = AuthorResponse.From(row);
        ReadOnlyMember.Compare("id", Id, shown.Id, faults);
        ReadOnlyMember.Compare("book_count", BookCount, shown.BookCount, faults);
        ReadOnlyMember.Compare("created_at", CreatedAt.Select(ReadOnlyMember.Time), shown.CreatedAt, faults);
        ReadOnlyMember.Compare("updated_at", UpdatedAt.Select(ReadOnlyMember.Time), shown.UpdatedAt, faults);
    }
}
