using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Books;

/// <summary>A book to be added.</summary>
[Example("""
    {
      "title": "The Left Hand of Darkness",
      "author_name": "Ursula K. Le Guin",
      "isbn": "978-0-441-47812-5",
      "genre": "science-fiction",
      "published_year": 1969,
      "price": 9.99,
      "description": "An envoy on a world of winter.",
      "tags": ["sci-fi", "classic"],
      "page_count": 304
    }
    """)]
public sealed record CreateBook
{
    [Required, StringLength(BookLimits.Title, MinimumLength = 1)]
    public string? Title { get; init; }

    /// <summary>The author, who is added if not yet known. The same name in other case is the same author.</summary>
    [Required, StringLength(BookLimits.AuthorName, MinimumLength = 1)]
    public string? AuthorName { get; init; }

    /// <summary>ISBN-10 or ISBN-13; hyphens and spaces are dropped.</summary>
    [Required, RegularExpression(Books.Isbn.TypedForm)]
    public string? Isbn { get; init; }

    [StringLength(BookLimits.Genre)]
    public string? Genre { get; init; }

    /// <summary>At most four years ahead.</summary>
    [Range(BookLimits.EarliestYear, 9999)]
    public long? PublishedYear { get; init; }

    /// <summary>More than 0, with at most two decimals.</summary>
    [Required, Range(0.01, (double)BookLimits.HighestPrice)]
    public ExactDecimal? Price { get; init; }

    [StringLength(BookLimits.Description)]
    public string? Description { get; init; }

    /// <summary>Trimmed and lower-cased; blanks and repeats are dropped.</summary>
    [Items(BookLimits.Tags, BookLimits.Tag)]
    public IReadOnlyList<string>? Tags { get; init; }

    [Range(1, BookLimits.Pages)]
    public long? PageCount { get; init; }

    public static CreateBook Read(ObjectReader body) => new()
    {
        Title = body.Text("title").Or(null),
        AuthorName = body.Text("author_name").Or(null),
        Isbn = body.Text("isbn").Or(null),
        Genre = body.Text("genre").Or(null),
        PublishedYear = body.Whole("published_year").Or(null),
        Price = body.Number("price").Or(null),
        Description = body.Text("description").Or(null),
        Tags = body.Texts("tags").Or(null),
        PageCount = body.Whole("page_count").Or(null),
    };
}

/// <summary>Changes to a book, as a JSON merge patch (RFC 7396): what is absent stays, null clears an optional field.</summary>
[PatchOf(typeof(CreateBook))]
[Example("""{ "price": 8.49, "status": "reserved" }""")]
public sealed record UpdateBook
{
    public Optional<string?> Title { get; init; }
    public Optional<string?> AuthorName { get; init; }
    public Optional<string?> Isbn { get; init; }
    public Optional<string?> Genre { get; init; }
    public Optional<long?> PublishedYear { get; init; }
    public Optional<ExactDecimal?> Price { get; init; }
    public Optional<string?> Description { get; init; }
    public Optional<IReadOnlyList<string>?> Tags { get; init; }

    /// <summary>What can be done with the book now.</summary>
    [Required, OneOf(typeof(BookStatus))]
    public Optional<string?> Status { get; init; }
    public Optional<long?> PageCount { get; init; }

    /// <summary>Whether nothing is to be changed.</summary>
    [JsonIgnore]
    public bool IsEmpty => this == new UpdateBook();

    public static UpdateBook Read(ObjectReader body) => new()
    {
        Title = body.Text("title"),
        AuthorName = body.Text("author_name"),
        Isbn = body.Text("isbn"),
        Genre = body.Text("genre"),
        PublishedYear = body.Whole("published_year"),
        Price = body.Number("price"),
        Description = body.Text("description"),
        Tags = body.Texts("tags"),
        Status = body.Text("status"),
        PageCount = body.Whole("page_count"),
    };
}
