using System.Text.Json;

namespace LiteBooks.Books;

/// <summary>A book as the database holds it, with its author's name.</summary>
public class BookRow
{
    public long Id { get; init; }
    public string Title { get; init; } = "";
    public long AuthorId { get; init; }
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

    /// <summary>The sum of the approved ratings, of which there are <see cref="RatingCount"/>.</summary>
    public long RatingSum { get; init; }
    public long RatingCount { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long CreatedAt { get; init; }
    public long? UpdatedAt { get; init; }
    public long Version { get; init; }

    /// <summary>How many rows the whole list has, where the statement of a page counts them.</summary>
    public long OutOf { get; init; }

    public ResourceVersion ResourceVersion => new(Id, Version);

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

    /// <summary>How many rows the whole list has, where the statement of a page counts them.</summary>
    public long OutOf { get; init; }

    /// <summary>The row's value in the sort column where a cursor is wanted, if it is a text.</summary>
    public string? SortText { get; init; }

    /// <summary>The row's value in the sort column where a cursor is wanted, if it is a number.</summary>
    public long? SortNumber { get; init; }
}

/// <summary>How many books have a value of one kind; null stands for those that have none.</summary>
public sealed class FacetRow
{
    internal const string Genre = "genre";
    internal const string Status = "status";
    internal const string Tag = "tag";
    internal const string Decade = "decade";
    internal const string PriceBand = "price band";

    public string Kind { get; init; } = "";
    public string? Value { get; init; }
    public long Count { get; init; }
}
