using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http.Answers;

/// <summary>Reads which versions of a resource a client is ready to change: If-Match and If-None-Match (RFC 9110, sections 13.1.1 and 13.1.2).</summary>
public static class Preconditions
{
    /// <summary>The versions that the headers leave, or a failure: 428 where <paramref name="required"/> and If-Match is absent (RFC 6585).</summary>
    public static Outcome<ExpectedVersion> Read(HttpRequest request, long id, bool required)
    {
        var (match, noneMatch) = (request.Headers.IfMatch, request.Headers.IfNoneMatch);
        if (match.Count == 0 && required)
            return new PreconditionRequired();
        if (!TryVersions(match, id, out var allowed) || !TryVersions(noneMatch, id, out var excluded))
            return new Malformed("malformed_header", "The If-Match or If-None-Match header is not a list of entity tags.");
        return new ExpectedVersion(allowed, noneMatch.Count == 0 ? [] : excluded);
    }

    // Null: any version, because the header is absent or *.
    private static bool TryVersions(StringValues header, long id, out IReadOnlyList<long>? versions)
    {
        versions = null;
        if (header.Count == 0)
            return true;
        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags))
            return false;
        if (!tags.Contains(EntityTagHeaderValue.Any))
            versions = [.. tags.Select(tag => EntityTag.VersionOf(tag, id)).OfType<long>()];
        return true;
    }
}
