namespace LiteBooks.Orders;

/// <summary>What was sold on one day.</summary>
public sealed class SalesOfDayRow
{
    /// <summary>Days since 1970.</summary>
    public long Day { get; init; }
    public long Orders { get; init; }
    public long Units { get; init; }
    public long Cents { get; init; }
}

/// <summary>What was sold of one book, which may be gone.</summary>
public sealed class SalesOfBookRow
{
    public long Id { get; init; }

    /// <summary>Its title.</summary>
    public string? Label { get; init; }
    public long Units { get; init; }
    public long Cents { get; init; }
}

/// <summary>What was sold of one kind.</summary>
public sealed class SalesRow
{
    public string? Label { get; init; }
    public long Units { get; init; }
    public long Cents { get; init; }
}
