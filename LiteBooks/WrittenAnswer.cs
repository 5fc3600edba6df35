namespace LiteBooks;

/// <summary>The answer to a write, made before it is committed so that it can be stored beside the effect and given again.</summary>
public sealed record WrittenAnswer(int Status, string? Location, string? ETag, byte[] Body);

/// <summary>
/// A client's claim to have a request done once (Idempotency-Key): the key, whose it is, and a digest of the request, which
/// tells a repeat from another request under the same key.
/// </summary>
public sealed record IdempotencyClaim(string Caller, string Key, string Digest);
/// <summary>An answer that was stored with its effect, and the digest of the request that it belongs to.</summary>
public sealed record StoredAnswer(string Digest, WrittenAnswer Answer);
