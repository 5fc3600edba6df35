using System.Text;
using LiteBooks.Books;

namespace LiteBooks.Cli.Import;

/// <summary>What an import was asked for.</summary>
internal sealed record ImportOptions
{
    public required FileInfo File { get; init; }

    /// <summary>Columns by field, where the usual names do not fit.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>Values by field, for rows that have none.</summary>
    public required IReadOnlyDictionary<string, string> Defaults { get; init; }

    /// <summary>Null: found out from the first lines.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Null: by the byte order mark, else UTF-8.</summary>
    public Encoding? Encoding { get; init; }
    public OnDuplicate OnDuplicate { get; init; }
    public bool DryRun { get; init; }
    public FileInfo? Report { get; init; }

    public static char? ReadDelimiter(string? text) => text switch
    {
        null => null,
        "tab" or "\\t" => '\t',
        [var c] when char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c is not ('"' or '\r' or '\n') => c,
        _ => throw new CannotStartException($"--delimiter takes one character such as ; or the word tab, not '{text}'."),
    };

    public static Encoding? ReadEncoding(string? text) => text?.ToLowerInvariant() switch
    {
        null => null,
        "utf-8" or "utf8" => Encoding.UTF8,
        "utf-16" or "utf16" or "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        "latin1" or "latin-1" or "iso-8859-1" => Encoding.Latin1,
        _ => throw new CannotStartException($"--encoding takes utf-8, utf-16, utf-16be or latin1, not '{text}'."),
    };
}
