using LiteBooks.Http.Description;

namespace LiteBooks.Books;

/// <summary>What there is to know of an ISBN (ISO 2108).</summary>
[Example("""
    { "valid": true, "isbn10": "0441013597", "isbn13": "9780441013593", "book_id": 4, "message": "A right ISBN-13." }
    """)]
public sealed record IsbnExplanation
{
    public required bool Valid { get; init; }

    /// <summary>Null where there is none: an ISBN-13 that begins with 979 has no shorter form.</summary>
    public required string? Isbn10 { get; init; }
    public required string? Isbn13 { get; init; }

    /// <summary>The book of this catalogue that has it; null if none has.</summary>
    public required long? BookId { get; init; }

    /// <summary>What it is, or what is wrong with it.</summary>
    public required string Message { get; init; }

    public static IsbnExplanation Of(string typed)
    {
        var faults = new Faults();
        if (Isbn.Parse(Isbn.Scanned(typed), verify: true, faults) is not { } isbn)
            return new() { Valid = false, Isbn10 = null, Isbn13 = null, BookId = null, Message = faults.ToFailure().Faults[0].Message };
        return new() { Valid = true, Isbn10 = isbn.Ten, Isbn13 = isbn.Thirteen, BookId = null, Message = $"A right ISBN-{isbn.Text.Length}." };
    }
}
