namespace LiteBooks;

/// <summary>Which versions of a resource a change may meet; another one means that somebody else was quicker.</summary>
public sealed class ExpectedVersion
{
    private readonly IReadOnlyList<long>? _allowed;
    private readonly IReadOnlyList<long>? _excluded;

    /// <summary>Only those allowed, null for any, and none of those excluded, null for all.</summary>
    public ExpectedVersion(IReadOnlyList<long>? allowed, IReadOnlyList<long>? excluded) => (_allowed, _excluded) = (allowed, excluded);

    public static ExpectedVersion Any { get; } = new(null, []);

    public bool Allows(long version) =>
        (_allowed is null || _allowed.Contains(version)) && _excluded is not null && !_excluded.Contains(version);
}
