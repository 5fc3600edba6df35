namespace LiteBooks.Reviews;

/// <summary>How far a review has come. Only approved ones are public and count in the rating of their book.</summary>
public static class ReviewStatus
{
    public const string Pending = "pending";
    public const string Approved = "approved";
    public const string Rejected = "rejected";

    public static IReadOnlyList<string> All { get; } = [Pending, Approved, Rejected];
}

/// <summary>What a moderator may decide: a review becomes pending again only by its author's hand.</summary>
public static class ReviewDecision
{
    public static IReadOnlyList<string> All { get; } = [ReviewStatus.Approved, ReviewStatus.Rejected];
}
