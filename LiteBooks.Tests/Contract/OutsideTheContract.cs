namespace LiteBooks.Tests.Contract;

/// <summary>What the document leaves out on purpose. Keep it short: all else is an error.</summary>
internal static class OutsideTheContract
{
    // Pages and files for browsers, and what only who runs the server asks for.
    private static readonly string[] Paths = ["/docs", "/redoc", "/openapi.json", "/problems", "/kiosk", "/internal", "/metrics", "/favicon.ico"];

    // Of every HTTP answer, whatever the API: framing, caching, what browsers are told, and how long it took.
    private static readonly HashSet<string> AnyAnswer = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "Server", "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Type", "Content-Length", "Content-Encoding", "Cache-Control", "Expires", "Pragma", "Vary",
        "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Content-Security-Policy", "Strict-Transport-Security",
        "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy", "Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "Server-Timing",
    };

    // Where the operator has given version 1 an end, its every answer tells it (in words, under Versions).
    private static readonly string[] EndOfVersion1 = ["Deprecation", "Sunset", "Link"];

    public static bool HasPath(string path) => path == "/" || Paths.Any(prefix => path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    public static bool HasHeader(string name, RequestedPath path) =>
        AnyAnswer.Contains(name)
        || (path.IsAlias && name.Equals("X-API-Version", StringComparison.OrdinalIgnoreCase))
        || (path.Described.StartsWith("/api/v1/", StringComparison.OrdinalIgnoreCase) && EndOfVersion1.Contains(name));
}
