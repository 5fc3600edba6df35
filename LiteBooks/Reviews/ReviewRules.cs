namespace LiteBooks.Reviews;

/// <summary>What makes a review valid. Every fault is added to the list that is passed; what is returned counts only if there is none.</summary>
public static class ReviewRules
{
    /// <summary>Checks a new review. Without a name it goes under that of the user who is signed in, if any.</summary>
    public static ReviewFields Check(CreateReview review, string? username, Faults faults) => new()
    {
        Rating = Rating(review.Rating, faults),
        Title = Title(review.Title, faults),
        Body = Text("body", review.Body, ReviewLimits.Body, faults),
        ReviewerName = ReviewerName(review.ReviewerName ?? username, faults),
    };

    public static ReviewPatch Check(UpdateReview review, Faults faults) => new()
    {
        Rating = review.Rating.Select(value => Rating(value, faults)),
        Title = review.Title.Select(value => Title(value, faults)),
        Body = review.Body.Select(value => Text("body", value, ReviewLimits.Body, faults)),
        ReviewerName = review.ReviewerName.Select(value => ReviewerName(value, faults)),
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

    private static string? Title(string? value, Faults faults)
    {
        CheckCharacters("title", value, faults);
        return value?.Trim() is { Length: > 0 } title ? Text("title", title, ReviewLimits.Title, faults) : null;
    }

    private static string ReviewerName(string? value, Faults faults)
    {
        CheckCharacters("reviewer_name", value, faults);
        var name = value?.Trim();
        if (name is null)
            faults.Add("reviewer_name", "A value is required.", "required");
        else if (name.Length == 0)
            faults.Add("reviewer_name", "At least 1 character is required, blanks aside.", "too_short");
        return Text("reviewer_name", name, ReviewLimits.ReviewerName, faults) ?? "";
    }

    private static string Decision(string? value, Faults faults)
    {
        if (value is null)
            faults.Add("status", "A value is required.", "required");
        else if (!ReviewDecision.All.Contains(value))
            faults.Add("status", $"The status must be one of {string.Join(", ", ReviewDecision.All)}.", "not_in_list");
        return value ?? ReviewStatus.Pending;
    }

    private static string? Text(string field, string? value, int longest, Faults faults)
    {
        CheckCharacters(field, value, faults);
        if (value is not null && TextRules.Length(value) > longest)
            faults.Add(field, $"At most {longest} characters are allowed.", "too_long");
        return value;
    }

    // Before it is trimmed: some control characters count as blanks.
    private static void CheckCharacters(string field, string? value, Faults faults)
    {
        if (value is not null && TextRules.HasForbiddenControl(value))
            faults.Add(field, TextRules.ControlMessage, "control_character");
    }
}
