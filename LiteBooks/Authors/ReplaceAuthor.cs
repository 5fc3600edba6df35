using System.ComponentModel;
using LiteBooks.Http.Description;

namespace LiteBooks.Authors;

/// <summary>An author to stand in place of another: the fields of a creation, and what else GET gave, as it was given.</summary>
[AlsoHas(typeof(CreateAuthor))]
[Example("""
    {
      "name": "Ursula Kroeber Le Guin",
      "bio": "Wrote of other worlds.",
      "nationality": "American",
      "contact": { "phone": "+15035550123" }
    }
    """)]
public sealed record ReplaceAuthor
{
    /// <summary>As it is, or left out.</summary>
    [ReadOnly(true)]
    public long Id { get; init; }

    /// <summary>As it is, or left out.</summary>
    [ReadOnly(true)]
    public long BookCount { get; init; }

    /// <summary>As it is, or left out.</summary>
    [ReadOnly(true)]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>As it is, or left out.</summary>
    [ReadOnly(true)]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The author that takes the row's place.</summary>
    public static Outcome<AuthorFields> Over(AuthorRow row, AuthorFields author, ReadOnlyMembers readOnly)
    {
        var faults = new Faults();
        readOnly.Check(row, faults);
        return faults.Any ? faults.ToFailure() : author;
    }
}
