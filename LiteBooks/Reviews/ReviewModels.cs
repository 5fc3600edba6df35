using System.ComponentModel.DataAnnotations;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Reviews;

/// <summary>A review to be added. It is pending until an editor approves it.</summary>
[Example("""{ "rating": 5, "title": "A classic", "body": "I read it twice.", "reviewer_name": "Ada" }""")]
public sealed record CreateReview
{
    [Required, Range(Ratings.Lowest, Ratings.Highest)]
    public long? Rating { get; init; }

    [StringLength(ReviewLimits.Title)]
    public string? Title { get; init; }

    [StringLength(ReviewLimits.Body)]
    public string? Body { get; init; }

    /// <summary>The name that the review goes under. If it is absent, the username of whoever is signed in; required where nobody is.</summary>
    [StringLength(ReviewLimits.ReviewerName, MinimumLength = 1)]
    public string? ReviewerName { get; init; }

    public static CreateReview Read(ObjectReader body) => new()
    {
        Rating = body.Whole("rating").Or(null),
        Title = body.Text("title").Or(null),
        Body = body.Text("body").Or(null),
        ReviewerName = body.Text("reviewer_name").Or(null),
    };
}

/// <summary>Changes to a review, as a JSON merge patch (RFC 7396): what is absent stays, and `null` clears an optional field.</summary>
[PatchOf(typeof(CreateReview))]
[Example("""{ "status": "approved" }""")]
public sealed record UpdateReview
{
    public Optional<long?> Rating { get; init; }
    public Optional<string?> Title { get; init; }
    public Optional<string?> Body { get; init; }

    /// <summary>The name that the review goes under.</summary>
    [Required]
    public Optional<string?> ReviewerName { get; init; }

    /// <summary>What an editor decides.</summary>
    [Required, OneOf(typeof(ReviewDecision))]
    public Optional<string?> Status { get; init; }

    public static UpdateReview Read(ObjectReader body) => new()
    {
        Rating = body.Whole("rating"),
        Title = body.Text("title"),
        Body = body.Text("body"),
        ReviewerName = body.Text("reviewer_name"),
        Status = body.Text("status"),
    };
}
