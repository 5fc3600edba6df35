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

    /// <summary>Whether one that is empty is as good as none: a form sends all its fields.</summary>
    public bool MayBeEmpty => Choices.Count > 0 && Default is null;

    /// <summary>A value, or one of a list.</summary>
    public object? Example { get; private init; }

    /// <summary>What holds where the parameter is absent.</summary>
    public object? Default { get; private init; }

    public static QueryParameter Text(string name, string description, string example, int? shortest = null) =>
        new(name, "string", description) { Shortest = shortest, Longest = QueryReader.LongestText, Example = example };

    /// <summary>A text that <see cref="QueryReader"/> does not read, and whose length has no bound of its own.</summary>
    public static QueryParameter Verbatim(string name, string description, string example) => new(name, "string", description) { Example = example };

    /// <summary>A text that may come several times.</summary>
    public static QueryParameter Texts(string name, string description, string example) => Text(name, description, example) with { IsList = true };

    public static QueryParameter Whole(string name, string description, long? least = null, long? most = null, long? fallback = null, long? example = null) =>
        new(name, "integer", description) { Format = "int64", Least = least, Most = most, Default = fallback, Example = example ?? fallback };

    public static QueryParameter Number(string name, string description, decimal example, decimal? least = null) =>
        new(name, "number", description) { Format = "decimal", Least = least, Example = example };

    public static QueryParameter Time(string name, string description) => new(name, "string", description) { Format = "date-time", Example = "2026-11-23T20:20:00Z" };

    public static QueryParameter Switch(string name, string description) => new(name, "boolean", description) { Example = true };

    public static QueryParameter Choice(string name, string description, IReadOnlyList<string> choices, string? fallback = null) =>
        new(name, "string", description) { Choices = choices, Default = fallback, Example = fallback ?? choices[0] };

    /// <summary>One of the choices, and it may come several times.</summary>
    public static QueryParameter SomeOf(string name, string description, IReadOnlyList<string> choices) =>
        Choice(name, description, choices) with { IsList = true };

    /// <summary>What every list takes that comes in pages.</summary>
    public static IReadOnlyList<QueryParameter> Paging(string items) =>
    [
        Whole("page", "The page, counted from 1. A page past the end has no items.", least: 1, fallback: 1),
        Whole("per_page", $"{items} on a page.", least: 1, most: PageRequest.MostPerPage, fallback: PageRequest.DefaultPerPage),
    ];

    /// <summary>What every list takes that is walked by cursor.</summary>
    public static IReadOnlyList<QueryParameter> Walking(string items) =>
    [
        Verbatim("cursor", "Where to go on: a cursor that an answer gave for the same filters and sort. Without one, from the beginning.", "Wm9ybGR6eyJMaXN0Ijoi"),
        Whole("limit", $"{items} at once.", least: 1, most: PageRequest.MostPerPage, fallback: PageRequest.DefaultPerPage),
    ];

    /// <summary>What every GET takes.</summary>
    public static IReadOnlyList<QueryParameter> Shaping { get; } =
    [
        Verbatim("fields", "The members that one wants, separated by commas: of each item in a list, or else of the answer itself. The others are left out, those that the schema requires among them. A name that there is not is 422.", "id,title"),
        Switch("envelope", "`true`: the answer comes as `{success, data, message, timestamp}`, where `data` is what the schema describes, `success` is true, `message` is a text and `timestamp` a time. Problems come without."),
    ];
}
