using LiteBooks.Books.Admin;

namespace LiteBooks.Books;

/// <summary>A book as the audit keeps it (the view <c>books_snapshot</c>), to be put back.</summary>
public sealed record BookSnapshot
{
    public required string Title { get; init; }
    public long AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public required string Isbn { get; init; }
    public string? Genre { get; init; }
    public int? PublishedYear { get; init; }
    public required decimal Price { get; init; }
    public string? Description { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required string Status { get; init; }
    public int? PageCount { get; init; }
    public decimal? CostPrice { get; init; }
    public string? Supplier { get; init; }
    public string? InternalNotes { get; init; }
    public long StockQuantity { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public long Version { get; init; }

    public BookFields ToFields() => new()
    {
        Title = Title,
        AuthorName = AuthorName,
        Isbn = Books.Isbn.Stored(Isbn),
        Genre = Genre,
        PublishedYear = PublishedYear,
        PriceCents = (long)(Price * 100),
        Description = Description,
        Tags = Tags,
        Status = Status,
        PageCount = PageCount,
    };

    public AdminFields ToAdminFields() => new()
    {
        CostCents = (long?)(CostPrice * 100),
        Supplier = Supplier,
        InternalNotes = InternalNotes,
        StockQuantity = StockQuantity,
    };
}
