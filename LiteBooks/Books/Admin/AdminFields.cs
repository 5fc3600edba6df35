namespace LiteBooks.Books.Admin;

/// <summary>What only an administrator sees of a book, after every check.</summary>
public sealed record AdminFields
{
    public long? CostCents { get; init; }
    public string? Supplier { get; init; }
    public string? InternalNotes { get; init; }
    public long StockQuantity { get; init; }
}

/// <summary>Checked changes to it; what is not set stays.</summary>
public sealed record AdminPatch
{
    public Optional<long?> CostCents { get; init; }
    public Optional<string?> Supplier { get; init; }
    public Optional<string?> InternalNotes { get; init; }
    public Optional<long> StockQuantity { get; init; }

    public AdminFields ApplyTo(AdminFields fields) => new()
    {
        CostCents = CostCents.Or(fields.CostCents),
        Supplier = Supplier.Or(fields.Supplier),
        InternalNotes = InternalNotes.Or(fields.InternalNotes),
        StockQuantity = StockQuantity.Or(fields.StockQuantity),
    };
}

/// <summary>The bounds of these fields. Lengths count Unicode scalar values.</summary>
public static class AdminLimits
{
    public const decimal HighestCost = BookLimits.HighestPrice;
    public const int Supplier = 200;
    public const int InternalNotes = 5000;
    public const int Stock = 1_000_000;
}
