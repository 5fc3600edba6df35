namespace LiteBooks.Http.Answers;

/// <summary>Sends the answer to a write, the first time or again.</summary>
public sealed class JsonAnswer(WrittenAnswer answer, bool isReplay = false) : IResult
{
    public const string ContentType = "application/json; charset=utf-8";

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
        if (isReplay)
            response.Headers[Idempotency.ReplayedHeader] = "true";
        return response.Body.WriteAsync(answer.Body, httpContext.RequestAborted).AsTask();
    }
}
