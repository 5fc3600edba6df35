using System.ComponentModel.DataAnnotations;
using LiteBooks.Http.Description;

namespace LiteBooks.Books.V2;

// The bodies of a merge patch as the OpenAPI document shows them; BookV2Body reads them.

/// <summary>Changes to a book, as a JSON merge patch (RFC 7396), nested as version 2 shows a book.</summary>
[PatchOf(typeof(CreateBookV2))]
[Example("""{ "pricing": { "amount": 8.49 }, "metadata": { "status": "reserved" } }""")]
public sealed record UpdateBookV2
{
    public Optional<string?> Title { get; init; }
    public UpdateAuthorV2 Author { get; init; } = new();
    public UpdatePricingV2 Pricing { get; init; } = new();
    public UpdateMetadataV2 Metadata { get; init; } = new();
}

/// <summary>Another author, who is added if not yet known.</summary>
[PatchOf(typeof(AuthorV2Body))]
public sealed record UpdateAuthorV2
{
    public Optional<string?> Name { get; init; }
}

/// <summary>Another price, in the catalogue's currency.</summary>
[PatchOf(typeof(PricingV2Body))]
public sealed record UpdatePricingV2
{
    public Optional<ExactDecimal?> Amount { get; init; }

    [Required]
    public Optional<string?> Currency { get; init; }
}

/// <summary>Changes to what else there is to say of a book.</summary>
[PatchOf(typeof(MetadataV2Body))]
public sealed record UpdateMetadataV2
{
    public Optional<string?> Isbn { get; init; }
    public Optional<string?> Genre { get; init; }
    public Optional<long?> PublishedYear { get; init; }
    public Optional<long?> PageCount { get; init; }
    public Optional<IReadOnlyList<string>?> Tags { get; init; }
    public Optional<string?> Description { get; init; }

    /// <summary>What can be done with the book now.</summary>
    [Required, OneOf(typeof(BookStatus))]
    public Optional<string?> Status { get; init; }
}
