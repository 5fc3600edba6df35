using System.Globalization;
using System.Text.RegularExpressions;

namespace LiteBooks.Http;

/// <summary>Says that a route or a version ends: Deprecation (RFC 9745), Sunset (RFC 8594), and where to go instead.</summary>
public static partial class Deprecation
{
    /// <summary>When version 2 superseded version 1, and <c>?search=</c> the search route.</summary>
    public static readonly DateTimeOffset Since = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Announce(HttpResponse response, DateTimeOffset sunset, string successor)
    {
        response.Headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{(sunset < Since ? sunset : Since).ToUnixTimeSeconds()}");
        response.Headers["Sunset"] = sunset.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.Append("Link", $"<{successor}>; rel=\"successor-version\"");
    }

    /// <summary>Announces the end of version 1 on every answer of it, if the setting names a day.</summary>
    public static void UseV1Sunset(this IApplicationBuilder app, Settings settings)
    {
        if (settings.V1Sunset is not { } day)
            return;
        var sunset = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/api/v1", out var rest))
            {
                // At the last moment: an unexpected error clears the headers that were set before it.
                context.Response.OnStarting(() =>
                {
                    if (context.Response.Headers["Deprecation"].Count == 0)
                        Announce(context.Response, sunset, SuccessorOf(rest.Value));
                    return Task.CompletedTask;
                });
            }
            return next(context);
        });
    }

    // Version 2 has books and single books; what else version 1 has leads to their list.
    private static string SuccessorOf(string? path) => SingleBook().IsMatch(path ?? "") ? "/api/v2" + path : "/api/v2/books";

    [GeneratedRegex(@"^/books/[0-9]+\z")]
    private static partial Regex SingleBook();
}
