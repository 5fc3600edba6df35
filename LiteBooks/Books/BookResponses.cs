using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;

namespace LiteBooks.Books;

/// <summary>A whole book.</summary>
[Example("""
    {
      "id": 6,
      "title": "The Left Hand of Darkness",
      "author_name": "Ursula K. Le Guin",
      "isbn": "9780441478125",
      "genre": "science-fiction",
      "published_year": 1969,
      "price": 9.99,
      "description": "An envoy on a world of winter.",
      "tags": ["sci-fi", "classic"],
      "status": "available",
      "page_count": 304,
      "created_at": "2026-11-23T20:20:00.123Z",
      "updated_at": null,
      "is_recent": true
    }
    """)]
[Shows(typeof(CreateBook))]
public record BookResponse
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required string AuthorName { get; init; }

    /// <summary>As it was given, without hyphens.</summary>
    public required string Isbn { get; init; }
    public required string? Genre { get; init; }
    public required int? PublishedYear { get; init; }
    public required decimal Price { get; init; }
    public required string? Description { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>What can be done with the book now.</summary>
    [OneOf(typeof(BookStatus))]
    public required string Status { get; init; }
    public required int? PageCount { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until the first change.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Whether the book was added less than 30 days ago.</summary>
    public required bool IsRecent { get; init; }

    public static BookResponse From(BookRow row, DateTimeOffset now)
    {
        var createdAt = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt);
        return new()
        {
            Id = row.Id,
            Title = row.Title,
            AuthorName = row.AuthorName,
            Isbn = row.Isbn,
            Genre = row.Genre,
            PublishedYear = row.PublishedYear,
            Price = row.PriceCents / 100m,
            Description = row.Description,
            Tags = row.TagList(),
            Status = row.Status,
            PageCount = row.PageCount,
            CreatedAt = createdAt,
            UpdatedAt = row.UpdatedAt is { } updated ? DateTimeOffset.FromUnixTimeMilliseconds(updated) : null,
            IsRecent = now - createdAt < TimeSpan.FromDays(BookLimits.RecentDays),
        };
    }
}

/// <summary>A book in a list.</summary>
[Example("""{ "id": 5, "title": "1984", "author_name": "George Orwell", "price": 12.99, "genre": "dystopian" }""")]
[Shows(typeof(CreateBook))]
public sealed record BookSummary
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required string AuthorName { get; init; }
    public required decimal Price { get; init; }
    public required string? Genre { get; init; }

    public static BookSummary From(BookResponse book) => new()
    {
        Id = book.Id,
        Title = book.Title,
        AuthorName = book.AuthorName,
        Price = book.Price,
        Genre = book.Genre,
    };

    public static BookSummary From(BookSummaryRow row) => new()
    {
        Id = row.Id,
        Title = row.Title,
        AuthorName = row.AuthorName,
        Price = row.PriceCents / 100m,
        Genre = row.Genre,
    };
}

/// <summary>One page of a list of books. A page past the end has no items.</summary>
[Listing("items", typeof(BookSummary))]
[Example("""
    {
      "items": [
        { "id": 5, "title": "1984", "author_name": "George Orwell", "price": 12.99, "genre": "dystopian" },
        { "id": 4, "title": "Dune", "author_name": "Frank Herbert", "price": 17.99, "genre": "science-fiction" }
      ],
      "total": 5,
      "page": 1,
      "per_page": 2,
      "total_pages": 3,
      "has_next": true,
      "has_prev": false
    }
    """)]
public sealed record BookPage : CountedPage<BookSummary>
{
    public static BookPage From(IReadOnlyList<BookSummaryRow> rows, long total, PageRequest page) => new()
    {
        Items = [.. rows.Select(BookSummary.From)],
        Total = total,
        Page = page.Page,
        PerPage = page.PerPage,
    };
}
