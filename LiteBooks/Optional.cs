namespace LiteBooks;

/// <summary>A member of a request that may be absent, which is not the same as <c>null</c> (RFC 7396).</summary>
public readonly record struct Optional<T>(T Value)
{
    public bool IsSet { get; } = true;

    /// <summary>This value where it is set, else the other.</summary>
    public T Or(T other) => IsSet ? Value : other;

    public Optional<TResult> Select<TResult>(Func<T, TResult> map) => IsSet ? new(map(Value)) : default;

    public static implicit operator Optional<T>(T value) => new(value);
}
