using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http.Traffic;

/// <summary>
/// A strong entity tag names the very bytes, so a compressed answer needs one of its own (RFC 9110, section 8.8.3.3): the
/// encoding is added on the way out, and taken off what comes back.
/// </summary>
public static class EncodedTags
{
    private static readonly string[] Endings = ["-br\"", "-gzip\""];

    public static void UseEncodedTags(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Request.Headers;
        if (headers.AcceptEncoding.Count == 0 && !IsEncoded(headers.IfMatch) && !IsEncoded(headers.IfNoneMatch))
            return next(context);
        headers.IfMatch = Plain(headers.IfMatch);
        var known = headers.IfNoneMatch;
        headers.IfNoneMatch = Plain(known);
        context.Response.OnStarting(() =>
        {
            if (EncodingOf(context.Response, known) is { } encoding && context.Response.Headers.ETag is [{ } tag] && tag.EndsWith('"'))
            {
                context.Response.Headers.ETag = $"{tag[..^1]}-{encoding}\"";
                // As the whole answer has it; on a 304 nobody else says so (RFC 9110, section 15.4.5).
                if (context.Response.StatusCode == StatusCodes.Status304NotModified && !context.Response.Headers.Vary.Contains(HeaderNames.AcceptEncoding))
                    context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            }
            return Task.CompletedTask;
        });
        return next(context);
    });

    // A 304 has no body and so no encoding; it has to name what the client holds.
    private static string? EncodingOf(HttpResponse response, StringValues known) =>
        response.StatusCode == StatusCodes.Status304NotModified
            ? Endings.Where(ending => known.Any(tag => tag!.Contains(ending, StringComparison.Ordinal))).Select(ending => ending[1..^1]).FirstOrDefault()
            : response.Headers.ContentEncoding is [{ Length: > 0 } encoding] ? encoding : null;

    private static StringValues Plain(StringValues tags) =>
        tags.Any(IsEncoded) ? new StringValues([.. tags.Select(Plain)]) : tags;

    private static bool IsEncoded(string? tags) => tags is not null && Endings.Any(ending => tags.Contains(ending, StringComparison.Ordinal));

    private static string? Plain(string? tags) => Endings.Aggregate(tags, (plain, ending) => plain?.Replace(ending, "\"", StringComparison.Ordinal));
}
