namespace LiteBooks.Reviews;

/// <summary>What makes a review valid. Every fault is added to the list that is passed; what is returned counts only if there is none.</summary>
public static class ReviewRules
{
    /// <summary>Checks a new review. Without a name it goes under that of the user who is signed in, if any.</summary>
    public static ReviewFields Check(CreateReview review, string? username, Faults faults) => new()
    {
        Rating = Rating(review.Rating, faults),
        Title = TextRules.TextOrNull("title", review.Title, ReviewLimits.Title, faults),
        Body = TextRules.Text("body", review.Body, ReviewLimits.Body, faults),
        ReviewerName = TextRules.RequiredText("reviewer_name", review.ReviewerName ?? username, ReviewLimits.ReviewerName, faults),
    };

    public static ReviewPatch Check(UpdateReview review, Faults faults) => new()
    {
        Rating = review.Rating.Select(value => Rating(value, faults)),
        Title = review.Title.Select(value => TextRules.TextOrNull("title", value, ReviewLimits.Title, faults)),
        Body = review.Body.Select(value => TextRules.Text("body", value, ReviewLimits.Body, faults)),
        ReviewerName = review.ReviewerName.Select(value => TextRules.RequiredText("reviewer_name", value, ReviewLimits.ReviewerName, faults)),
        Status = review.Status.Select(value => Decision(value, faults)),
    };

    private static int Rating(long? value, Faults faults)
    {
        if (value is null)
            faults.Add("rating", "A value is required.", "required");
        else if (value is < Ratings.Lowest or > Ratings.Highest)
            faults.Add("rating", $"The rating must be from {Ratings.Lowest} to {Ratings.Highest}.", "out_of_range");
        else
            return (int)value;
        return 0;
    }

    private static string Decision(string? value, Faults faults)
    {
        if (value is null)
            faults.Add("status", "A value is required.", "required");
        else if (!ReviewDecision.All.Contains(value))
            faults.Add("status", $"The status must be one of {string.Join(", ", ReviewDecision.All)}.", "not_in_list");
        return value ?? ReviewStatus.Pending;
    }
}
