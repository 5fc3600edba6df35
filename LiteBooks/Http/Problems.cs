using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LiteBooks.Http;

/// <summary>Turns a <see cref="Failure"/> into its problem document (RFC 9457).</summary>
public static class Problems
{
    public static ProblemHttpResult From(Failure failure) => TypedResults.Problem(Details(failure));

    public static ProblemDetails Details(Failure failure) => failure switch
    {
        Malformed it => Details(it.Code, it.Detail),
        Unavailable it => Details(it.Code, it.Detail),
        Unauthenticated it => Details(it.Code, it.Detail),
        Forbidden it => Details(it.Code, it.Detail),
        Conflict it => Details(it.Code, it.Detail),
        TooManyAttempts it => Details("too_many_attempts", it.Detail, Waiting(it.RetryAfter)),
        RateLimited it => Details("rate_limited", it.Detail, Waiting(it.RetryAfter)),
        NotReady => Details("not_ready", failure.Detail),
        NotFound => Details("not_found", failure.Detail),
        BodyTooLarge => Details("body_too_large", failure.Detail),
        StaleVersion => Details("version_mismatch", failure.Detail),
        PreconditionRequired => Details("precondition_required", failure.Detail),
        KeyInUse => Details("idempotency_key_in_use", failure.Detail),
        KeyReused => Details("idempotency_key_reused", failure.Detail),
        Duplicates it => Details("duplicate_isbn", it.Detail, ("errors", it.Items)),
        UnsupportedMedia => Details("unsupported_media_type", failure.Detail),
        Duplicate it => Details(it.Code, it.Detail, ("existing_id", it.ExistingId)),
        RuleBroken it => Details(it.Code, it.Detail, ("field", it.Field), ("constraint", it.Constraint)),
        Invalid it => Details("validation_failed", it.Detail, ("errors", it.Faults)),
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure.GetType().Name, "This kind of failure has no problem document."),
    };

    private static (string, object) Waiting(TimeSpan time) => ("retry_after", (long)Math.Ceiling(time.TotalSeconds));

    public static ProblemDetails Details(string code, string? detail, params ReadOnlySpan<(string Name, object Value)> members)
    {
        var type = ProblemTypes.ByCode(code);
        var problem = new ProblemDetails { Type = type.Uri, Title = type.Title, Status = type.Status, Detail = detail ?? type.Explanation };
        problem.Extensions["code"] = type.Code;
        foreach (var (name, value) in members)
            problem.Extensions[name] = value;
        return problem;
    }
}
