using System.Globalization;
using System.Text.RegularExpressions;

namespace LiteBooks.Http;

/// <summary>Gives every request an id, the client's own if it is harmless, and says it in <c>X-Request-ID</c>.</summary>
public static partial class RequestId
{
    public const string Header = "X-Request-ID";

    public static void UseRequestId(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var given = context.Request.Headers[Header];
        context.TraceIdentifier = given is [{ } id] && Harmless().IsMatch(id) ? id : New();
        // Not before: the exception handler clears the headers before it writes its problem document.
        context.Response.OnStarting(Say, context);
        return next(context);
    });

    private static Task Say(object state)
    {
        var context = (HttpContext)state;
        context.Response.Headers[Header] = context.TraceIdentifier;
        return Task.CompletedTask;
    }

    // In the order of time. Nobody is kept out by an id that cannot be guessed, so its random part need not come from the
    // operating system, which takes longer than all the rest.
    private static string New() => string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds():x12}{Random.Shared.Next():x8}{Random.Shared.NextInt64(1L << 48):x12}");

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex Harmless();
}
