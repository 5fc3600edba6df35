using LiteBooks.Http.Access;

namespace LiteBooks.Reviews;

/// <summary>
/// Who asks, and so what of the reviews is shown and may be changed: moderators see and change all, authors their own, others
/// see what is approved. A review that the caller does not see is told as one that there is not.
/// </summary>
public sealed record ReviewCaller(long? UserId, string? Username, bool IsModerator)
{
    public static ReviewCaller Of(HttpContext http)
    {
        var caller = http.Caller();
        return new(caller?.Id, caller?.Username, http.MayActAs(Roles.Editor));
    }

    public bool Sees(ReviewRow row) => row.Status == ReviewStatus.Approved || MayChange(row);

    /// <summary>Why the caller may not delete a review; null where it may.</summary>
    public Failure? Refusal(ReviewRow row)
    {
        if (MayChange(row))
            return null;
        return Sees(row) ? new Forbidden("forbidden", "Only its author and editors may change a review.") : new NotFound("review", row.Id);
    }

    /// <summary>Why the caller may not make a change; null where it may.</summary>
    public Failure? Refusal(ReviewRow row, ReviewPatch patch)
    {
        if (Refusal(row) is { } refusal)
            return refusal;
        return patch.Status.IsSet && !IsModerator ? new Forbidden("forbidden", "Only editors decide on the status of a review.") : null;
    }

    private bool MayChange(ReviewRow row) => IsModerator || (UserId is { } id && row.UserId == id);
}
