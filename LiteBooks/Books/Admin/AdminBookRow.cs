namespace LiteBooks.Books.Admin;

/// <summary>A book as the database holds it, with what only an administrator sees.</summary>
public sealed class AdminBookRow : BookRow
{
    public long? CostCents { get; init; }
    public string? Supplier { get; init; }
    public string? InternalNotes { get; init; }
    public long StockQuantity { get; init; }

    public AdminFields ToAdminFields() => new()
    {
        CostCents = CostCents,
        Supplier = Supplier,
        InternalNotes = InternalNotes,
        StockQuantity = StockQuantity,
    };
}
