using System.Text.Json;

namespace LiteBooks.Http;

/// <summary>
/// Reads the members of a JSON object by name, without any conversion that the sender did not write. Wrong types and
/// unknown members become faults with their path; nothing is thrown.
/// </summary>
public sealed class ObjectReader(JsonElement json, Faults faults)
{
    private static readonly JsonElement NoMembers = JsonElement.Parse("{}"u8);

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectReader> _nested = new(StringComparer.Ordinal);

    /// <summary>Where faults of the values go, beside those of the shape.</summary>
    public Faults Faults => faults;

    public Optional<string?> Text(string name) => Member(name, (value, field) => TextOf(value, field));

    /// <summary>A number without a fraction; <c>2008.0</c> is one (JSON Schema). Beyond 64 bits it is the nearest bound, which every range refuses.</summary>
    public Optional<long?> Whole(string name) => Member(name, WholeOf);

    public Optional<ExactDecimal?> Number(string name) => Member(name, NumberOf);

    public Optional<IReadOnlyList<string>?> Texts(string name) => Member<IReadOnlyList<string>?>(name, (value, field) =>
    {
        if (value.ValueKind != JsonValueKind.Array)
            return Wrong<IReadOnlyList<string>?>(field, "an array of texts", value);
        var items = new List<string>();
        foreach (var item in value.EnumerateArray())
            items.Add(TextOf(item, $"{field}[{items.Count}]") ?? "");
        return items;
    });

    public Optional<bool?> Switch(string name) => Member<bool?>(name, (value, field) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Wrong<bool?>(field, "true or false", value));

    public Optional<IReadOnlyList<long>?> Wholes(string name) => Member<IReadOnlyList<long>?>(name, (value, field) =>
    {
        if (value.ValueKind != JsonValueKind.Array)
            return Wrong<IReadOnlyList<long>?>(field, "an array of whole numbers", value);
        var items = new List<long>();
        foreach (var item in value.EnumerateArray())
        {
            var place = $"{field}[{items.Count}]";
            // No range comes after it, which would refuse the nearest bound.
            if (item.ValueKind == JsonValueKind.Number && ExactDecimal.Parse(item.GetRawText()) is { Value: < long.MinValue or > long.MaxValue })
                faults.Add(place, "The number has more than 64 bits.", "out_of_range");
            items.Add(WholeOf(item, place) ?? 0);
        }
        return items;
    });

    /// <summary>An array of up to <paramref name="most"/> objects; the faults of each, to be added to its own, carry its place before theirs: <c>items[3].quantity</c>.</summary>
    public Optional<IReadOnlyList<ObjectReader>?> Objects(string name, int most) => Member<IReadOnlyList<ObjectReader>?>(name, (value, field) =>
    {
        if (value.ValueKind != JsonValueKind.Array)
            return Wrong<IReadOnlyList<ObjectReader>?>(field, "an array of objects", value);
        if (value.GetArrayLength() > most)
            faults.Add(field, $"At most {most} items are allowed.", "too_many");
        return [.. value.EnumerateArray().Take(most).Index().Select(item => ObjectOf(item.Item, $"{field}[{item.Index}]"))];
    });

    /// <summary>A nested object; its faults carry its name before theirs. Null where it is absent, null or something else.</summary>
    public ObjectReader? Nested(string name)
    {
        var nested = NestedOrNull(name).Or(null);
        if (nested is null && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null)
            faults.Add(name, "A value is required.", "required");
        return nested;
    }

    /// <summary>A nested object that may be absent or null, which are told apart; its faults carry its name before theirs.</summary>
    public Optional<ObjectReader?> NestedOrNull(string name)
    {
        if (_nested.TryGetValue(name, out var known))
            return known;
        var nested = Member<ObjectReader>(name, (value, field) => value.ValueKind == JsonValueKind.Object
            ? new ObjectReader(value, faults.Within(field + "."))
            : Wrong<ObjectReader>(field, "an object", value));
        if (nested.Or(null) is { } found)
            _nested.Add(name, found);
        return nested;
    }

    /// <summary>A nested object that somebody else reads, and whose members are therefore not looked at. It is gone with the body.</summary>
    public Optional<JsonElement?> Unread(string name) => Member<JsonElement?>(name, (value, field) =>
        value.ValueKind == JsonValueKind.Object ? value : Wrong<JsonElement?>(field, "an object", value));

    /// <summary>Reads an object outside a body.</summary>
    public static void Read(string json, Faults faults, Action<ObjectReader> read)
    {
        using var document = JsonDocument.Parse(json);
        var reader = new ObjectReader(document.RootElement, faults);
        read(reader);
        reader.RefuseUnknown();
    }

    public bool Has(string name) => json.TryGetProperty(name, out _);

    /// <summary>Takes members that mean nothing in a request, whatever they hold.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            _read.Add(name);
    }

    /// <summary>Whether the object has any member at all.</summary>
    public bool IsEmpty => !json.EnumerateObject().MoveNext();

    /// <summary>Call it last: what was not read by then is not known.</summary>
    public void RefuseUnknown()
    {
        foreach (var member in json.EnumerateObject())
        {
            if (!_read.Contains(member.Name))
                faults.Add(member.Name, "There is no such member.", "unknown_member");
        }
        foreach (var nested in _nested.Values)
            nested.RefuseUnknown();
    }

    private Optional<T?> Member<T>(string name, Func<JsonElement, string, T?> read)
    {
        _read.Add(name);
        if (!json.TryGetProperty(name, out var value))
            return default;
        return value.ValueKind == JsonValueKind.Null ? default(T) : read(value, name);
    }

    private ObjectReader ObjectOf(JsonElement value, string field)
    {
        if (value.ValueKind == JsonValueKind.Object)
            return _nested[field] = new ObjectReader(value, faults.Within(field + "."));
        Wrong<object>(field, "an object", value);
        // It keeps its place, and what its members lack needs no telling.
        return new ObjectReader(NoMembers, new Faults());
    }

    private string? TextOf(JsonElement value, string field)
    {
        if (value.ValueKind != JsonValueKind.String)
            return Wrong<string>(field, "a text", value);
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // The only way that a parsed string cannot be read: half a surrogate pair, written as an escape.
            faults.Add(field, "The text is not made of whole Unicode characters.", "invalid_unicode");
            return null;
        }
    }

    private long? WholeOf(JsonElement value, string field)
    {
        if (NumberOf(value, field) is not { } number)
            return null;
        if (number.Value != decimal.Truncate(number.Value) || (!number.IsExact && number.Value == 0))
            return Wrong<long?>(field, "a whole number", value);
        return (long)decimal.Clamp(number.Value, long.MinValue, long.MaxValue);
    }

    private ExactDecimal? NumberOf(JsonElement value, string field) =>
        value.ValueKind == JsonValueKind.Number ? ExactDecimal.Parse(value.GetRawText()) : Wrong<ExactDecimal?>(field, "a number", value);

    private T? Wrong<T>(string field, string expected, JsonElement actual)
    {
        faults.Add(field, $"Expected {expected}, not {Name(actual.ValueKind)}.", "wrong_type");
        return default;
    }

    internal static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
