using LiteBooks.Http;
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
public sealed record ReviewPage : IHasLinks
{
    public required IReadOnlyList<ReviewResponse> Items { get; init; }

    /// <summary>Reviews that match the filters, on all pages.</summary>
    public required long Total { get; init; }
    public required long Page { get; init; }
    public required int PerPage { get; init; }
    public required long TotalPages { get; init; }
    public required bool HasNext { get; init; }
    public required bool HasPrev { get; init; }

    /// <summary>The average of all approved ratings of the book, with two decimals; null without any.</summary>
    public required decimal? AverageRating { get; init; }

    /// <summary>How many approved ratings the book has, whatever the filters.</summary>
    public required long RatingCount { get; init; }

    public void AddLinks(HttpContext context) => Links.AddPages(context, Page, TotalPages, Total);

    public static ReviewPage From(ReviewRows found, BookRatingRow rating, PageRequest page)
    {
        var pages = page.PagesOf(found.Total);
        return new()
        {
            Items = [.. found.Rows.Select(ReviewResponse.From)],
            Total = found.Total,
            Page = page.Page,
            PerPage = page.PerPage,
            TotalPages = pages,
            HasNext = page.Page < pages,
            HasPrev = page.Page > 1,
            AverageRating = Ratings.Average(rating.RatingSum, rating.RatingCount),
            RatingCount = rating.RatingCount,
        };
    }
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
public sealed record ModeratedReviewPage : IHasLinks
{
    public required IReadOnlyList<ModeratedReview> Items { get; init; }

    /// <summary>Reviews that match the filters, on all pages.</summary>
    public required long Total { get; init; }
    public required long Page { get; init; }
    public required int PerPage { get; init; }
    public required long TotalPages { get; init; }
    public required bool HasNext { get; init; }
    public required bool HasPrev { get; init; }

    public void AddLinks(HttpContext context) => Links.AddPages(context, Page, TotalPages, Total);

    public static ModeratedReviewPage From(ReviewRows found, PageRequest page)
    {
        var pages = page.PagesOf(found.Total);
        return new()
        {
            Items = [.. found.Rows.Select(ModeratedReview.From)],
            Total = found.Total,
            Page = page.Page,
            PerPage = page.PerPage,
            TotalPages = pages,
            HasNext = page.Page < pages,
            HasPrev = page.Page > 1,
        };
    }
}
