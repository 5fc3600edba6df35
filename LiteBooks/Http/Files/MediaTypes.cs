namespace LiteBooks.Http.Files;

/// <summary>The media types of what the program serves, by the endings of names.</summary>
internal static class MediaTypes
{
    public const string Html = "text/html";

    public static string Of(string name) => Path.GetExtension(name) switch
    {
        ".html" => Html + "; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => JsonBody.Json,
        ".webmanifest" => "application/manifest+json",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".txt" => "text/plain; charset=utf-8",
        ".woff2" => "font/woff2",
        var other => throw new ArgumentOutOfRangeException(nameof(name), other, "Nothing says of what media type such a file is."),
    };
}
