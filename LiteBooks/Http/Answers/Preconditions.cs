using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http.Answers;

/// <summary>Reads If-Match (RFC 9110, section 13.1.1): which versions of the resource the client is ready to change.</summary>
public static class Preconditions
{
    /// <summary>Any version, those that are named, or a failure: 428 where <paramref name="required"/> and absent (RFC 6585).</summary>
    public static Outcome<ExpectedVersion> Read(HttpRequest request, long id, bool required)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0)
            return required ? new PreconditionRequired() : ExpectedVersion.Any;
        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags))
            return new Malformed("malformed_header", "The If-Match header is not a list of entity tags.");
        if (tags.Contains(EntityTagHeaderValue.Any))
            return ExpectedVersion.Any;
        return new ExpectedVersion([.. tags.Select(tag => EntityTag.VersionOf(tag, id)).OfType<long>()]);
    }
}
