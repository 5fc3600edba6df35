using System.Text.Json;

namespace LiteBooks.Books;

/// <summary>A book as the database holds it, with its author's name.</summary>
public sealed class BookRow
{
    public long Id { get; init; }
    public string Title { get; init; } = "";
    public string AuthorName { get; init; } = "";
    public string Isbn { get; init; } = "";
    public string? Genre { get; init; }
    public int? PublishedYear { get; init; }
    public long PriceCents { get; init; }
    public string? Description { get; init; }

    /// <summary>A JSON array.</summary>
    public string Tags { get; init; } = "[]";
    public string Status { get; init; } = "";
    public int? PageCount { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long CreatedAt { get; init; }
    public long? UpdatedAt { get; init; }
    public long Version { get; init; }

    public IReadOnlyList<string> TagList() => JsonSerializer.Deserialize(Tags, BookJson.Stored.StringArray)!;

    public BookFields ToFields() => new()
    {
        Title = Title,
        AuthorName = AuthorName,
        Isbn = Books.Isbn.Stored(Isbn),
        Genre = Genre,
        PublishedYear = PublishedYear,
        PriceCents = PriceCents,
        Description = Description,
        Tags = TagList(),
        Status = Status,
        PageCount = PageCount,
    };
}

/// <summary>The columns of a book in a list.</summary>
public sealed class BookSummaryRow
{
    public long Id { get; init; }
    public string Title { get; init; } = "";
    public string AuthorName { get; init; } = "";
    public long PriceCents { get; init; }
    public string? Genre { get; init; }
}
