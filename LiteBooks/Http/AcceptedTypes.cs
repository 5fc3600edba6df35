using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http;

/// <summary>What the Accept header lets through (RFC 9110, section 12.5.1): the most specific range decides, and q=0 excludes.</summary>
public static class AcceptedTypes
{
    /// <summary>Whether one of these media types may be sent.</summary>
    public static bool Any(HttpRequest request, IEnumerable<string> mediaTypes) =>
        mediaTypes.Any(type => QualityOf(request, type) > 0);

    /// <summary>Whether the client would rather have this form than another, by default JSON.</summary>
    public static bool Prefers(HttpRequest request, string mediaType, string over = JsonBody.Json) => QualityOf(request, mediaType) > QualityOf(request, over);

    private static double QualityOf(HttpRequest request, string mediaType)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(accept, out var ranges) || ranges.Count == 0)
            return 1;
        var type = new MediaTypeHeaderValue(mediaType);
        var best = ranges.Where(range => Includes(range, type)).OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0).FirstOrDefault();
        return best is null ? 0 : best.Quality ?? 1;
    }

    // A parameter such as charset does not make it another type.
    private static bool Includes(MediaTypeHeaderValue range, MediaTypeHeaderValue type) =>
        range.MatchesAllTypes || (range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals(type.SubType, StringComparison.OrdinalIgnoreCase)));
}
