namespace LiteBooks.Http.Description;

/// <summary>
/// One query parameter as the OpenAPI document shows it. Each way to make one matches the method of
/// <see cref="QueryReader"/> that reads it.
/// </summary>
public sealed record QueryParameter
{
    private QueryParameter(string name, string type, string description) =>
        (Name, Type, Description) = (name, type, description);

    public string Name { get; }

    /// <summary>The JSON type of the value, or of each value of a list.</summary>
    public string Type { get; }
    public string Description { get; }
    public string? Format { get; private init; }
    public bool IsList { get; private init; }
    public bool IsRequired { get; init; }
    public int? Shortest { get; private init; }
    public int? Longest { get; private init; }
    public decimal? Least { get; private init; }
    public decimal? Most { get; private init; }
    public IReadOnlyList<string> Choices { get; private init; } = [];

    /// <summary>What holds where the parameter is absent.</summary>
    public object? Default { get; private init; }

    public static QueryParameter Text(string name, string description, int? shortest = null) =>
        new(name, "string", description) { Shortest = shortest, Longest = QueryReader.LongestText };

    /// <summary>A text that <see cref="QueryReader"/> does not read, and whose length has no bound of its own.</summary>
    public static QueryParameter Verbatim(string name, string description) => new(name, "string", description);

    /// <summary>A text that may come several times.</summary>
    public static QueryParameter Texts(string name, string description) => Text(name, description) with { IsList = true };

    public static QueryParameter Whole(string name, string description, long? least = null, long? most = null, long? fallback = null) =>
        new(name, "integer", description) { Format = "int64", Least = least, Most = most, Default = fallback };

    public static QueryParameter Number(string name, string description, decimal? least = null) =>
        new(name, "number", description) { Format = "decimal", Least = least };

    public static QueryParameter Switch(string name, string description) => new(name, "boolean", description);

    public static QueryParameter Choice(string name, string description, IReadOnlyList<string> choices, string? fallback = null) =>
        new(name, "string", description) { Choices = choices, Default = fallback };

    /// <summary>One of the choices, and it may come several times.</summary>
    public static QueryParameter SomeOf(string name, string description, IReadOnlyList<string> choices) =>
        Choice(name, description, choices) with { IsList = true };
}
