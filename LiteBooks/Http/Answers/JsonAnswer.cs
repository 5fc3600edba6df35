namespace LiteBooks.Http.Answers;

/// <summary>Sends the answer to a write, the first time or again.</summary>
public sealed class JsonAnswer(WrittenAnswer answer, bool isReplay = false) : IResult
{
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>After how long to ask for what was accepted and is done later.</summary>
    public const string RetryAfterSeconds = "1";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = answer.Status;
        response.ContentType = ContentType;
        response.ContentLength = answer.Body.Length;
        if (CachePolicy.IsConfidential(httpContext))
            response.Headers.CacheControl = CachePolicy.Of(httpContext);
        if (answer.Location is not null)
            response.Headers.Location = answer.Location;
        if (answer.ETag is not null)
            response.Headers.ETag = answer.ETag;
        if (answer.Status == StatusCodes.Status202Accepted)
            response.Headers.RetryAfter = RetryAfterSeconds;
        if (isReplay)
            response.Headers[Idempotency.ReplayedHeader] = "true";
        return response.Body.WriteAsync(answer.Body, httpContext.RequestAborted).AsTask();
    }
}
