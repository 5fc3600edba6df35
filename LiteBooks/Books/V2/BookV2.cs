using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;

namespace LiteBooks.Books.V2;

/// <summary>One book, in version 2's frame.</summary>
[Listing("data", typeof(BookV2))]
[Example($$"""{ "data": {{BookV2.Sample}} }""")]
[Shows(typeof(CreateBookV2))]
public sealed record BookV2Answer
{
    public required BookV2 Data { get; init; }
}

/// <summary>A book in version 2: what belongs together stands together.</summary>
public sealed record BookV2
{
    internal const string Sample = """
        {
          "id": 4,
          "title": "Dune",
          "author": { "id": 4, "name": "Frank Herbert" },
          "pricing": { "amount": 17.99, "currency": "USD" },
          "metadata": {
            "isbn": "9780441013593",
            "genre": "science-fiction",
            "published_year": 1965,
            "page_count": null,
            "status": "available",
            "tags": ["sci-fi", "classic", "space"],
            "description": "A stunning blend of adventure and mysticism",
            "created_at": "2026-11-23T20:20:00.123Z",
            "updated_at": null
          },
          "rating": { "average": null, "count": 0 },
          "links": { "self": "/api/v2/books/4", "reviews": "/api/v1/books/4/reviews", "author": "/api/v1/authors/4" }
        }
        """;

    public required long Id { get; init; }
    public required string Title { get; init; }
    public required BookV2Author Author { get; init; }
    public required BookV2Pricing Pricing { get; init; }
    public required BookV2Metadata Metadata { get; init; }
    public required BookV2Rating Rating { get; init; }
    public required BookV2Links Links { get; init; }

    public static BookV2 From(BookRow row, string currency) => new()
    {
        Id = row.Id,
        Title = row.Title,
        Author = new(row.AuthorId, row.AuthorName),
        Pricing = new(row.PriceCents / 100m, currency),
        Metadata = BookV2Metadata.From(row),
        Rating = BookV2Rating.From(row),
        Links = new($"{BookV2Endpoints.Path}/{row.Id}", $"{BookEndpoints.Path}/{row.Id}/reviews", $"/api/v1/authors/{row.AuthorId}"),
    };
}

/// <summary>Who wrote the book.</summary>
[Shows(typeof(AuthorV2Body))]
public sealed record BookV2Author(long Id, string Name);

/// <summary>The price and its currency (ISO 4217).</summary>
[Shows(typeof(PricingV2Body))]
public sealed record BookV2Pricing(decimal Amount, string Currency);

/// <summary>What readers give the book on average, 1 to 5 with two decimals and null where none did, and how many did. Only approved reviews count.</summary>
public sealed record BookV2Rating(decimal? Average, long Count)
{
    public static BookV2Rating From(BookRow row) => new(Ratings.Average(row.RatingSum, row.RatingCount), row.RatingCount);
}

/// <summary>Where the book and what belongs to it are found.</summary>
public sealed record BookV2Links(string Self, string Reviews, string Author);

/// <summary>What else there is to say of a book.</summary>
[Shows(typeof(MetadataV2Body))]
public sealed record BookV2Metadata
{
    /// <summary>As it was given, without hyphens.</summary>
    public required string Isbn { get; init; }
    public required string? Genre { get; init; }
    public required int? PublishedYear { get; init; }
    public required int? PageCount { get; init; }

    /// <summary>What can be done with the book now.</summary>
    [OneOf(typeof(BookStatus))]
    public required string Status { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required string? Description { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until the first change.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }

    public static BookV2Metadata From(BookRow row) => new()
    {
        Isbn = row.Isbn,
        Genre = row.Genre,
        PublishedYear = row.PublishedYear,
        PageCount = row.PageCount,
        Status = row.Status,
        Tags = row.TagList(),
        Description = row.Description,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
        UpdatedAt = row.UpdatedAt is { } updated ? DateTimeOffset.FromUnixTimeMilliseconds(updated) : null,
    };
}
