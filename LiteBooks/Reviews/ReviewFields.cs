namespace LiteBooks.Reviews;

/// <summary>A review's fields after every check, ready to be stored.</summary>
public sealed record ReviewFields
{
    public required string ReviewerName { get; init; }
    public required int Rating { get; init; }
    public required string? Title { get; init; }
    public required string? Body { get; init; }
    public string Status { get; init; } = ReviewStatus.Pending;
}

/// <summary>Checked changes to a review; what is not set stays.</summary>
public sealed record ReviewPatch
{
    public Optional<string> ReviewerName { get; init; }
    public Optional<int> Rating { get; init; }
    public Optional<string?> Title { get; init; }
    public Optional<string?> Body { get; init; }

    /// <summary>A moderator's decision.</summary>
    public Optional<string> Status { get; init; }

    /// <summary>The review as it becomes. What its author has changed, nobody has approved yet.</summary>
    public ReviewFields ApplyTo(ReviewRow row, bool byModerator) => new()
    {
        ReviewerName = ReviewerName.Or(row.ReviewerName),
        Rating = Rating.Or(row.Rating),
        Title = Title.Or(row.Title),
        Body = Body.Or(row.Body),
        Status = Status.Or(byModerator ? row.Status : ReviewStatus.Pending),
    };
}
