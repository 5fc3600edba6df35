using System.Diagnostics.CodeAnalysis;

namespace LiteBooks;

/// <summary>Either a value or the <see cref="Failure"/> that came instead of it.</summary>
public readonly struct Outcome<T>
{
    private readonly T _value;

    private Outcome(T value, Failure? failure) => (_value, Failure) = (value, failure);

    public Failure? Failure { get; }

    /// <summary>The value. Throws where there is none: ask <see cref="Succeeded"/> first.</summary>
    public T Value => Failure is null ? _value : throw new InvalidOperationException($"There is no value: {Failure.Detail}");

    public bool Succeeded(out T value, [NotNullWhen(false)] out Failure? failure)
    {
        (value, failure) = (_value, Failure);
        return failure is null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Failure failure) => new(default!, failure);
}
