namespace LiteBooks;

/// <summary>The versions of a resource that a change may meet; another one means that somebody else was quicker.</summary>
public sealed class ExpectedVersion
{
    private readonly IReadOnlyList<long>? _versions;

    /// <summary>Only these. None at all is met by no version.</summary>
    public ExpectedVersion(IReadOnlyList<long> versions) => _versions = versions;

    private ExpectedVersion() { }

    public static ExpectedVersion Any { get; } = new();

    public bool Allows(long version) => _versions is null || _versions.Contains(version);
}
