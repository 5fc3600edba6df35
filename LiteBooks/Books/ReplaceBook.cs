using System.ComponentModel;
using LiteBooks.Http.Description;

namespace LiteBooks.Books;

/// <summary>A book to stand in place of another: the fields of a creation, and what else GET gave, as it was given.</summary>
[AlsoHas(typeof(CreateBook))]
[Example("""
    {
      "title": "The Left Hand of Darkness",
      "author_name": "Ursula K. Le Guin",
      "isbn": "9780441478125",
      "genre": "science-fiction",
      "published_year": 1969,
      "price": 8.49,
      "description": "An envoy on a world of winter.",
      "tags": ["sci-fi", "classic"],
      "page_count": 304
    }
    """)]
public sealed record ReplaceBook
{
    /// <summary>As it is, or left out.</summary>
    [ReadOnly(true)]
    public long Id { get; init; }

    /// <summary>As it is, or left out; PATCH changes it.</summary>
    [ReadOnly(true), OneOf(typeof(BookStatus))]
    public string Status { get; init; } = "";

    /// <summary>As it is, or left out.</summary>
    [ReadOnly(true)]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>As it is, or left out.</summary>
    [ReadOnly(true)]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>As it is, or left out.</summary>
    [ReadOnly(true)]
    public bool IsRecent { get; init; }

    /// <summary>The book that takes the row's place. Its status is kept, and so is everything that cannot be replaced.</summary>
    public static Outcome<BookFields> Over(BookRow row, BookFields book, ReadOnlyMembers readOnly, DateTimeOffset now, Faults faults)
    {
        readOnly.Check(row, now, faults);
        return faults.Any ? faults.ToFailure() : BookRules.Uphold(book with { Status = row.Status });
    }
}
