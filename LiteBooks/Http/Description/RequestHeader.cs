using LiteBooks.Http.Answers;

namespace LiteBooks.Http.Description;

/// <summary>A request header as the OpenAPI document shows it.</summary>
public sealed record RequestHeader(string Name, string Description, string Example, string? Pattern = null)
{
    // RFC 9110, section 13.1.1, but for the backslash, which some take for an escape, the framework among them.
    private const string Tag = @"(W/)?""[!#-\[\]-~]*""";
    private const string Tags = @"^(\*|" + Tag + "( *, *" + Tag + ")*)$";

    public static readonly RequestHeader IfNoneMatch = new("If-None-Match", "The entity tag that one holds: if it is still right, the answer is 304 without a body.", "\"1.1-5f0c2a9d1e3b4c68\"");

    public static readonly RequestHeader IfMatch = new("If-Match", "The entity tag of the version that one changes: if another came between, the answer is 412 and nothing is written.", "\"1.1-5f0c2a9d1e3b4c68\"", Tags);

    public static readonly RequestHeader IdempotencyKey = new(Idempotency.Header, "A name for this request, 1 to 64 visible ASCII characters. Sent again within 24 hours, the request is not done again: its first answer is given once more.", "9f2c1d64-order-17", "^[!-~]{1,64}$");
}
