using System.Diagnostics;
using System.Globalization;
using LiteBooks.Http.Access;

namespace LiteBooks.Http.Traffic;

/// <summary>
/// Says of every request how long it took: to the client in <c>X-Process-Time</c> (seconds) and <c>Server-Timing</c>
/// (milliseconds), to the operator in one line of the log. The line has no query, no header and no body: these may hold what is
/// nobody's business.
/// </summary>
public static partial class RequestLog
{
    public const string ProcessTimeHeader = "X-Process-Time";
    public const string ServerTimingHeader = "Server-Timing";

    public static void UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("LiteBooks.Requests");
        app.Use(async (context, next) =>
        {
            var timer = new Timer(context, Stopwatch.GetTimestamp());
            context.Response.OnStarting(AddHeaders, timer);
            await next(context);
            if (log.IsEnabled(LogLevel.Information))
                Write(log, context, timer.Elapsed.TotalMilliseconds);
        });
    }

    private static Task AddHeaders(object state)
    {
        var timer = (Timer)state;
        var headers = timer.Context.Response.Headers;
        var elapsed = timer.Elapsed;
        headers[ProcessTimeHeader] = elapsed.TotalSeconds.ToString("F6", CultureInfo.InvariantCulture);
        headers[ServerTimingHeader] = string.Create(CultureInfo.InvariantCulture, $"app;dur={elapsed.TotalMilliseconds:F3}");
        return Task.CompletedTask;
    }

    private static void Write(ILogger log, HttpContext context, double milliseconds) => Handled(
        log,
        context.Request.Method,
        ApiVersions.AsAsked(context),
        context.Response.StatusCode,
        Math.Round(milliseconds, 3),
        context.Connection.RemoteIpAddress?.ToString(),
        context.Caller()?.Username ?? "nobody",
        context.TraceIdentifier);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} in {Milliseconds} ms for {Client}, user {User}, request {RequestId}")]
    private static partial void Handled(ILogger log, string method, string path, int status, double milliseconds, string? client, string user, string requestId);

    private sealed record Timer(HttpContext Context, long Started)
    {
        public TimeSpan Elapsed => Stopwatch.GetElapsedTime(Started);
    }
}
