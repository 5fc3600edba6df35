using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace LiteBooks.Http;

/// <summary>What was thrown rather than returned: the public gets a problem document, the log gets the exception.</summary>
public sealed class UnexpectedErrors(IProblemDetailsService problems, ILogger<UnexpectedErrors> log) : IExceptionHandler
{
    private const int ClientClosedRequest = 499;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = ClientClosedRequest;
            return true;
        }
        var problem = Describe(exception);
        httpContext.Response.StatusCode = problem.Status!.Value;
        if (problem.Status >= StatusCodes.Status500InternalServerError)
            log.LogError(exception, "Request {RequestId} failed: {Method} {Path}", httpContext.TraceIdentifier, httpContext.Request.Method, httpContext.Request.Path);
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
    }

    private static ProblemDetails Describe(Exception exception) => exception switch
    {
        DatabaseUnavailableException e => Problems.Details(e.Failure),
        // Thrown by the server while it reads a request: cut off or too slow (400, 408).
        BadHttpRequestException e => Problems.Details(ProblemTypes.ByStatus(e.StatusCode).Code, null),
        _ => Problems.Details(ProblemTypes.Internal.Code, null),
    };
}
