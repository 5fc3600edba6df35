using System.ComponentModel;
using LiteBooks.Http.Description;

namespace LiteBooks.Books.V2;

// The bodies of a replacement as the OpenAPI document shows them; BookV2Body reads them.

/// <summary>A book to stand in place of another: the fields of a creation, and what else GET gave under `data`, as it was given.</summary>
[AlsoHas(typeof(CreateBookV2))]
[Example("""
    {
      "title": "The Left Hand of Darkness",
      "author": { "name": "Ursula K. Le Guin" },
      "pricing": { "amount": 8.49, "currency": "USD" },
      "metadata": { "isbn": "9780441478125", "genre": "science-fiction", "published_year": 1969, "tags": ["sci-fi"] }
    }
    """)]
public sealed record ReplaceBookV2
{
    /// <summary>As it is, or left out.</summary>
    [ReadOnly(true)]
    public long Id { get; init; }

    public ReplaceAuthorV2 Author { get; init; } = new();

    public ReplaceMetadataV2 Metadata { get; init; } = new();

    /// <summary>Whatever GET gave; it counts for nothing.</summary>
    [ReadOnly(true)]
    public object Rating { get; init; } = new();

    /// <summary>Whatever GET gave; it counts for nothing.</summary>
    [ReadOnly(true)]
    public object Links { get; init; } = new();
}

/// <summary>The author, who is added if not yet known. The same name in other case is the same author.</summary>
[AlsoHas(typeof(AuthorV2Body))]
public sealed record ReplaceAuthorV2
{
    /// <summary>Whatever GET gave; the name says who it is.</summary>
    [ReadOnly(true)]
    public object Id { get; init; } = new();
}

/// <summary>What else there is to say of a book, and what else GET gave.</summary>
[AlsoHas(typeof(MetadataV2Body))]
public sealed record ReplaceMetadataV2
{
    /// <summary>As it is, or left out; PATCH changes it.</summary>
    [ReadOnly(true), OneOf(typeof(BookStatus))]
    public string Status { get; init; } = "";

    /// <summary>As it is, or left out.</summary>
    [ReadOnly(true)]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>As it is, or left out.</summary>
    [ReadOnly(true)]
    public DateTimeOffset? UpdatedAt { get; init; }
}
