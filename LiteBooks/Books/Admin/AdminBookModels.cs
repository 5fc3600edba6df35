using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Books.Admin;

/// <summary>A whole book with what only an administrator sees.</summary>
[Example("""
    {
      "id": 6,
      "title": "The Left Hand of Darkness",
      "author_name": "Ursula K. Le Guin",
      "isbn": "9780441478125",
      "genre": "science-fiction",
      "published_year": 1969,
      "price": 9.99,
      "description": "An envoy on a world of winter.",
      "tags": ["sci-fi", "classic"],
      "status": "available",
      "page_count": 304,
      "created_at": "2026-11-23T20:20:00.123Z",
      "updated_at": null,
      "is_recent": true,
      "cost_price": 6.5,
      "profit_margin": 34.93,
      "supplier": "Winter Books",
      "internal_notes": "Reorder in spring.",
      "stock_quantity": 12
    }
    """)]
[Shows(typeof(CreateBook))]
[Shows(typeof(UpdateAdminBook))]
public sealed record AdminBookResponse : BookResponse
{
    [SetsRequiredMembers]
    private AdminBookResponse(BookResponse book) : base(book) { }

    /// <summary>What one copy costs; null where it is not known.</summary>
    [JsonPropertyOrder(1)]
    public required decimal? CostPrice { get; init; }

    /// <summary>What is left of the price once the cost is paid, in percent of the price with two decimals; null where the cost is not known.</summary>
    [JsonPropertyOrder(1)]
    public required decimal? ProfitMargin { get; init; }

    [JsonPropertyOrder(1)]
    public required string? Supplier { get; init; }

    [JsonPropertyOrder(1)]
    public required string? InternalNotes { get; init; }

    /// <summary>How many copies there are to sell.</summary>
    [JsonPropertyOrder(1)]
    public required long StockQuantity { get; init; }

    public static AdminBookResponse From(AdminBookRow row, DateTimeOffset now) => new(From((BookRow)row, now))
    {
        CostPrice = row.CostCents / 100m,
        ProfitMargin = row.CostCents is { } cost ? decimal.Round((row.PriceCents - cost) * 100m / row.PriceCents, 2, MidpointRounding.AwayFromZero) : null,
        Supplier = row.Supplier,
        InternalNotes = row.InternalNotes,
        StockQuantity = row.StockQuantity,
    };
}

/// <summary>Changes to a book by an administrator, as a JSON merge patch (RFC 7396): what is absent stays, null clears an optional field.</summary>
[PatchOf(typeof(CreateBook)), AlsoHas(typeof(UpdateBook))]
[Example("""{ "cost_price": 6.5, "supplier": "Winter Books", "stock_quantity": 12 }""")]
public sealed record UpdateAdminBook
{
    /// <summary>What one copy costs, with at most two decimals.</summary>
    [Range(0, (double)AdminLimits.HighestCost)]
    public Optional<ExactDecimal?> CostPrice { get; init; }

    [StringLength(AdminLimits.Supplier)]
    public Optional<string?> Supplier { get; init; }

    [StringLength(AdminLimits.InternalNotes)]
    public Optional<string?> InternalNotes { get; init; }

    /// <summary>How many copies there are to sell.</summary>
    [Required, Range(0, AdminLimits.Stock)]
    public Optional<long?> StockQuantity { get; init; }

    public static UpdateAdminBook Read(ObjectReader body) => new()
    {
        CostPrice = body.Number("cost_price"),
        Supplier = body.Text("supplier"),
        InternalNotes = body.Text("internal_notes"),
        StockQuantity = body.Whole("stock_quantity"),
    };
}
