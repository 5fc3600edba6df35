using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Operations;

/// <summary>Answers that are true now, and that no cache may keep.</summary>
internal static class Moment
{
    public static Ok<T> OfThisMoment<T>(this HttpResponse response, T state)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(state);
    }
}
