namespace LiteBooks.Reviews;

/// <summary>The bounds of a review's fields; those of its rating are <see cref="Ratings"/>. Lengths count Unicode scalar values.</summary>
public static class ReviewLimits
{
    public const int Title = 200;
    public const int Body = 5000;
    public const int ReviewerName = 100;
}
