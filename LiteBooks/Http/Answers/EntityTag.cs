using System.Globalization;
using System.IO.Hashing;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http.Answers;

/// <summary>
/// Strong entity tags (RFC 9110, section 8.8.3): the resource's id and version, which If-Match compares, and a digest of the very
/// bytes, which differ between views of one version. A list has a digest alone.
/// </summary>
public static partial class EntityTag
{
    public static string Of(ReadOnlySpan<byte> representation, ResourceVersion? version)
    {
        // Nobody gains by two representations with one tag, so the digest need not withstand an attack, and costs next to nothing.
        var digest = XxHash3.HashToUInt64(representation);
        return version is var (id, number) ? string.Create(CultureInfo.InvariantCulture, $"\"{id}.{number}-{digest:x16}\"") : $"\"{digest:x16}\"";
    }

    /// <summary>Names the tag in the answer. Where If-None-Match names it too, the client has it already, and that is the whole answer: 304 (section 13.1.2).</summary>
    public static bool Suffices(HttpContext context, string tag)
    {
        context.Response.Headers.ETag = tag;
        if (!IsHeld(context.Request, tag))
            return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static bool IsHeld(HttpRequest request, string tag)
    {
        var held = request.Headers.IfNoneMatch;
        if (held.Count == 0 || !EntityTagHeaderValue.TryParseList(held, out var tags))
            return false;
        var current = new EntityTagHeaderValue(tag);
        return tags.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(current, useStrongComparison: false));
    }

    /// <summary>The version of this resource in a tag, or null if the tag is weak or another resource's: it then matches nothing.</summary>
    internal static long? VersionOf(EntityTagHeaderValue tag, long id)
    {
        var match = OfResource().Match(tag.Tag.Value!);
        var isOurs = !tag.IsWeak && match.Success && long.TryParse(match.Groups["id"].ValueSpan, CultureInfo.InvariantCulture, out var named) && named == id;
        return isOurs && long.TryParse(match.Groups["version"].ValueSpan, CultureInfo.InvariantCulture, out var version) ? version : null;
    }

    [GeneratedRegex("""^"(?<id>[0-9]+)\.(?<version>[0-9]+)-[0-9a-f]{16}"\z""")]
    private static partial Regex OfResource();
}
