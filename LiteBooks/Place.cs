namespace LiteBooks;

/// <summary>
/// A row's place in an order: its value in the sort column, text or number or neither, and its id. With
/// <see cref="IsIncluded"/> the row itself counts as lying beyond its place. It stays a place when the row is gone.
/// </summary>
public sealed record Place(string? Text, long? Number, long Id, bool IsIncluded = false)
{
    public bool HasValue => Text is not null || Number is not null;

    /// <summary>The same place seen from the other side: the row belongs to one of the two.</summary>
    public Place Turned => this with { IsIncluded = !IsIncluded };
}
