using System.Text.Json.Serialization;
using LiteBooks.Http.Description;

namespace LiteBooks.Books;

/// <summary>A book with only those members that say something.</summary>
[Example("""
    {
      "id": 5,
      "title": "1984",
      "author_name": "George Orwell",
      "isbn": "9780451524935",
      "genre": "dystopian",
      "published_year": 1949,
      "price": 12.99,
      "tags": ["classic", "dystopian", "politics"],
      "created_at": "2026-11-23T20:20:00.123Z"
    }
    """)]
[Shows(typeof(CreateBook))]
public sealed record SparseBook
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required string AuthorName { get; init; }
    public required string Isbn { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Genre { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PublishedYear { get; init; }
    public required decimal Price { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tags { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), OneOf(typeof(BookStatus))]
    public string? Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PageCount { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? UpdatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsRecent { get; init; }

    /// <summary>Without members that are null.</summary>
    public static SparseBook Compact(BookResponse book) => new()
    {
        Id = book.Id,
        Title = book.Title,
        AuthorName = book.AuthorName,
        Isbn = book.Isbn,
        Genre = book.Genre,
        PublishedYear = book.PublishedYear,
        Price = book.Price,
        Description = book.Description,
        Tags = book.Tags,
        Status = book.Status,
        PageCount = book.PageCount,
        CreatedAt = book.CreatedAt,
        UpdatedAt = book.UpdatedAt,
        IsRecent = book.IsRecent,
    };

    /// <summary>Without members that hold what a new book has where nothing was said: null, no tags, available, not recent.</summary>
    public static SparseBook Minimal(BookResponse book) => Compact(book) with
    {
        Tags = book.Tags.Count > 0 ? book.Tags : null,
        Status = book.Status != BookStatus.Available ? book.Status : null,
        IsRecent = book.IsRecent ? true : null,
    };
}
