using System.Text.RegularExpressions;

namespace LiteBooks.Http;

/// <summary>Gives every request an id, the client's own if it is harmless, and says it in <c>X-Request-ID</c>.</summary>
public static partial class RequestId
{
    public const string Header = "X-Request-ID";

    public static void UseRequestId(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var given = context.Request.Headers[Header];
        context.TraceIdentifier = given is [{ } id] && Harmless().IsMatch(id) ? id : Guid.CreateVersion7().ToString("N");
        context.Response.Headers[Header] = context.TraceIdentifier;
        // The exception handler clears the headers before it writes its problem document.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = context.TraceIdentifier;
            return Task.CompletedTask;
        });
        return next(context);
    });

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex Harmless();
}
