using Microsoft.AspNetCore.Http.Timeouts;

namespace LiteBooks.Http.Traffic;

/// <summary>Ends a request that takes longer than Http:TimeoutSeconds, by the framework's own means.</summary>
internal static class RequestTime
{
    public static void AddRequestTime(this IServiceCollection services, Settings settings) => services.AddRequestTimeouts(options =>
        options.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = TimeSpan.FromSeconds(settings.Http.TimeoutSeconds),
            WriteTimeoutResponse = Answer,
        });

    // Either the client was too slow in sending, or we were in answering. The document follows from the status: nothing can be
    // written yet, because the request counts as cancelled until this is over.
    private static Task Answer(HttpContext context)
    {
        var isClient = RequestBody.IsUnderWay(context.Request);
        context.Response.StatusCode = isClient ? StatusCodes.Status408RequestTimeout : StatusCodes.Status503ServiceUnavailable;
        // The rest of the body may yet come, and would be taken for the next request.
        if (isClient)
            context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
