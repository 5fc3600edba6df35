using LiteBooks.Books;

namespace LiteBooks.Cli.Import;

/// <summary>A row of the file after every check: a book to add, what the row says about one that is held, and what had to be mended.</summary>
internal sealed record ImportRow(long Line, string Raw, BookFields Book, BookPatch Patch, RowNotes Notes)
{
    /// <summary>The row as rejected by the book that is held.</summary>
    public RejectedRow Refused() =>
        new(Line, "isbn: premium_isbn_required", "The book that is held would break a rule with this price: it needs an ISBN-13 that begins with 978.", Raw);
}

/// <summary>What was mended in a row, and what was dropped from it.</summary>
internal sealed class RowNotes
{
    public List<string> Repairs { get; } = [];

    public List<string> Warnings { get; } = [];
}

/// <summary>A row that cannot be taken, with the reason that counts first.</summary>
internal sealed record RejectedRow(long Line, string Code, string Message, string Raw);
