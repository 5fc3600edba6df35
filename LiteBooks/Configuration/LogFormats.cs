namespace LiteBooks.Configuration;

/// <summary>How the log is written.</summary>
public static class LogFormats
{
    /// <summary><see cref="Text"/> on a terminal, else <see cref="Json"/>.</summary>
    public const string Auto = "auto";

    /// <summary>A line of JSON for each entry, for what collects logs.</summary>
    public const string Json = "json";

    /// <summary>For people.</summary>
    public const string Text = "text";

    public static IReadOnlyList<string> All { get; } = [Auto, Json, Text];
}
