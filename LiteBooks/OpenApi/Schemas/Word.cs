namespace LiteBooks.OpenApi.Schemas;

/// <summary>What a member's name means wherever it stands, and what its value can be; what a model says itself goes before it.</summary>
/// <param name="Description">A sentence.</param>
internal sealed record Word(string Description)
{
    public decimal? Least { get; init; }
    public decimal? Most { get; init; }
    public int? Longest { get; init; }
    public int? MostItems { get; init; }
    public string? Pattern { get; init; }

    /// <summary>Whether the server alone decides it.</summary>
    public bool IsReadOnly { get; init; }
}
