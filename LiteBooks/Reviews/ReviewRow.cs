namespace LiteBooks.Reviews;

/// <summary>A review as the database holds it.</summary>
public sealed class ReviewRow
{
    public long Id { get; init; }
    public long BookId { get; init; }

    /// <summary>Whose review it is; null where nobody was signed in, or the user is gone.</summary>
    public long? UserId { get; init; }
    public string ReviewerName { get; init; } = "";
    public int Rating { get; init; }
    public string? Title { get; init; }
    public string? Body { get; init; }
    public string Status { get; init; } = "";

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long CreatedAt { get; init; }
    public long? UpdatedAt { get; init; }
    public long Version { get; init; }

    public ResourceVersion ResourceVersion => new(Id, Version);
}

/// <summary>What the approved reviews of a book add up to.</summary>
public sealed class BookRatingRow
{
    public long RatingSum { get; init; }
    public long RatingCount { get; init; }
}
