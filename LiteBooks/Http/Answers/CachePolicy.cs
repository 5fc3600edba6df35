using LiteBooks.Http.Access;

namespace LiteBooks.Http.Answers;

/// <summary>What a cache may do with an answer (RFC 9111, section 5.2.2): keep it and ask before each use, or not keep it at all.</summary>
internal static class CachePolicy
{
    public static string Of(HttpContext context) => IsConfidential(context) ? "no-store" : "no-cache";

    public static bool IsConfidential(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IsConfidential>() is not null;
}
