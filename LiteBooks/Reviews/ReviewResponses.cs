using LiteBooks.Http.Description;

namespace LiteBooks.Reviews;

/// <summary>A review.</summary>
[Example(Sample)]
[Shows(typeof(CreateReview))]
public sealed record ReviewResponse
{
    internal const string Sample = """
        {
          "id": 6,
          "book_id": 4,
          "reviewer_name": "Ada",
          "rating": 5,
          "title": "A classic",
          "body": "I read it twice.",
          "status": "approved",
          "created_at": "2026-11-23T20:20:00.123Z",
          "updated_at": null
        }
        """;

    public required long Id { get; init; }
    public required long BookId { get; init; }
    public required string ReviewerName { get; init; }

    /// <summary>From 1 to 5.</summary>
    public required int Rating { get; init; }
    public required string? Title { get; init; }
    public required string? Body { get; init; }

    /// <summary>How far the review has come; only `approved` ones are public.</summary>
    [OneOf(typeof(ReviewStatus))]
    public required string Status { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until the first change.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }

    public static ReviewResponse From(ReviewRow row) => new()
    {
        Id = row.Id,
        BookId = row.BookId,
        ReviewerName = row.ReviewerName,
        Rating = row.Rating,
        Title = row.Title,
        Body = row.Body,
        Status = row.Status,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
        UpdatedAt = row.UpdatedAt is { } updated ? DateTimeOffset.FromUnixTimeMilliseconds(updated) : null,
    };
}
