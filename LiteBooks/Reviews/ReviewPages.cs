using System.Text.Json.Serialization;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;

namespace LiteBooks.Reviews;

/// <summary>One page of the approved reviews of a book, and what all of them give it. A page past the end has no items.</summary>
[Listing("items", typeof(ReviewResponse))]
[Example($$"""
    {
      "items": [{{ReviewResponse.Sample}}],
      "total": 3,
      "page": 1,
      "per_page": 1,
      "total_pages": 3,
      "has_next": true,
      "has_prev": false,
      "average_rating": 4.33,
      "rating_count": 3
    }
    """)]
public sealed record ReviewPage : CountedPage<ReviewResponse>
{
    // Behind the members that every page has; without an order they would stand before them.

    /// <summary>The average of all approved ratings of the book, with two decimals; null without any.</summary>
    [JsonPropertyOrder(1)]
    public required decimal? AverageRating { get; init; }

    /// <summary>How many approved ratings the book has, whatever the filters.</summary>
    [JsonPropertyOrder(1)]
    public required long RatingCount { get; init; }

    public static ReviewPage From(ReviewRows found, BookRatingRow rating, PageRequest page) => new()
    {
        Items = [.. found.Rows.Select(ReviewResponse.From)],
        Total = found.Total,
        Page = page.Page,
        PerPage = page.PerPage,
        AverageRating = Ratings.Average(rating.RatingSum, rating.RatingCount),
        RatingCount = rating.RatingCount,
    };
}

/// <summary>One page of reviews, as a moderator sees them. A page past the end has no items.</summary>
[Listing("items", typeof(ModeratedReview))]
[Example($$"""
    {
      "items": [{{ModeratedReview.Sample}}],
      "total": 3,
      "page": 1,
      "per_page": 1,
      "total_pages": 3,
      "has_next": true,
      "has_prev": false
    }
    """)]
public sealed record ModeratedReviewPage : CountedPage<ModeratedReview>
{
    public static ModeratedReviewPage From(ReviewRows found, PageRequest page) => new()
    {
        Items = [.. found.Rows.Select(ModeratedReview.From)],
        Total = found.Total,
        Page = page.Page,
        PerPage = page.PerPage,
    };
}
