using System.ComponentModel.DataAnnotations;
using LiteBooks.Http.Description;

namespace LiteBooks.Books.V2;

// The bodies of version 2 as the OpenAPI document shows them; BookV2Body reads them.

/// <summary>A book to be added, nested as version 2 shows it.</summary>
[Example("""
    {
      "title": "The Left Hand of Darkness",
      "author": { "name": "Ursula K. Le Guin" },
      "pricing": { "amount": 9.99 },
      "metadata": { "isbn": "978-0-441-47812-5", "genre": "science-fiction", "published_year": 1969, "tags": ["sci-fi"] }
    }
    """)]
public sealed record CreateBookV2
{
    [Required, StringLength(BookLimits.Title, MinimumLength = 1)]
    public string? Title { get; init; }

    [Required]
    public AuthorV2Body? Author { get; init; }

    [Required]
    public PricingV2Body? Pricing { get; init; }

    [Required]
    public MetadataV2Body? Metadata { get; init; }
}

/// <summary>The author, who is added if not yet known. The same name in other case is the same author.</summary>
public sealed record AuthorV2Body
{
    [Required, StringLength(BookLimits.AuthorName, MinimumLength = 1)]
    public string? Name { get; init; }
}

/// <summary>The price, in the catalogue's currency.</summary>
public sealed record PricingV2Body
{
    /// <summary>More than 0, with at most two decimals.</summary>
    [Required, Range(0.01, (double)BookLimits.HighestPrice)]
    public ExactDecimal? Amount { get; init; }

    /// <summary>The catalogue's currency (ISO 4217), or left out.</summary>
    [StringLength(3, MinimumLength = 3)]
    public string Currency { get; init; } = "";
}

/// <summary>What else there is to say of a book.</summary>
public sealed record MetadataV2Body
{
    /// <summary>ISBN-10 or ISBN-13; hyphens and spaces are dropped.</summary>
    [Required, RegularExpression(Books.Isbn.TypedForm)]
    public string? Isbn { get; init; }

    [StringLength(BookLimits.Genre)]
    public string? Genre { get; init; }

    /// <summary>At most four years ahead.</summary>
    [Range(BookLimits.EarliestYear, 9999)]
    public long? PublishedYear { get; init; }

    [Range(1, BookLimits.Pages)]
    public long? PageCount { get; init; }

    /// <summary>Trimmed and lower-cased; blanks and repeats are dropped.</summary>
    [Items(BookLimits.Tags, BookLimits.Tag)]
    public IReadOnlyList<string>? Tags { get; init; }

    [StringLength(BookLimits.Description)]
    public string? Description { get; init; }
}
