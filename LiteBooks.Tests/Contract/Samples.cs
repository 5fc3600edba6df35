using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bogus;

namespace LiteBooks.Tests.Contract;

/// <summary>Makes values that a schema allows, those at its bounds among them.</summary>
internal sealed partial class Samples(ContractSchemas schemas, int seed)
{
    private const int FewItems = 3;
    // What is allowed beyond it has a bound elsewhere: the request line, the body.
    private const int LongestText = 5000;
    private const string Letters = "abcxyzABCXYZ089 .,-'éßΩж日本語😀%_\"\\<";

    private readonly Randomizer _random = new(seed);
    private readonly Random _walks = new(seed);

    public bool Perhaps(float probability = 0.5f) => _random.Bool(probability);

    public int Index(int count) => _random.Int(0, count - 1);

    /// <summary>A value for a request. With <paramref name="everything"/>, all members that there may be.</summary>
    public JsonNode? Of(JsonNode reference, string name = "", bool everything = false)
    {
        var schema = schemas.Resolve(reference).AsObject();
        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray forms)
            return Of(everything ? forms[0]! : forms[Index(forms.Count)]!, name, everything);
        if (schema["nullable"] is not null && !everything && Perhaps(0.1f))
            return null;
        if (schema["enum"] is JsonArray choices)
            return choices[everything ? 0 : Index(choices.Count)]?.DeepClone();
        return schema["type"]?.GetValue<string>() switch
        {
            "object" => ObjectOf(schema, everything),
            "array" => new JsonArray([.. Enumerable.Range(0, CountOf(schema, everything)).Select(_ => Of(schema["items"]!, name, everything))]),
            "string" => TextOf(schema),
            "integer" => WholeOf(schema, name),
            "number" => NumberOf(schema),
            "boolean" => Perhaps(),
            var other => throw new InvalidOperationException($"Say here how to make a value of the type {other}."),
        };
    }

    private JsonObject ObjectOf(JsonObject schema, bool everything)
    {
        var made = new JsonObject();
        var required = schema["required"]?.AsArray().Select(name => name!.GetValue<string>()).ToHashSet() ?? [];
        var members = (schema["properties"]?.AsObject() ?? []).Where(member => schemas.Resolve(member.Value!)["readOnly"] is null).ToList();
        foreach (var (name, member) in members.Where(member => everything || required.Contains(member.Key) || Perhaps(0.4f)))
            made[name] = Of(member!, name, everything);
        if (made.Count < (schema["minProperties"]?.GetValue<int>() ?? 0) && members[Index(members.Count)] is var (first, one))
            made[first] = Of(one!, first, everything);
        return made;
    }

    private int CountOf(JsonObject schema, bool everything)
    {
        var (least, most) = (schema["minItems"]?.GetValue<int>() ?? 0, schema["maxItems"]?.GetValue<int>() ?? FewItems);
        return !everything && Perhaps(0.05f) ? most : Math.Max(everything ? 1 : least, Index(Math.Min(most, FewItems) + 1));
    }

    private string TextOf(JsonObject schema)
    {
        var (least, most) = (schema["minLength"]?.GetValue<int>() ?? 0, schema["maxLength"]!.GetValue<int>());
        if (most > LongestText)
            most = 30;
        return (schema["format"]?.GetValue<string>(), schema["pattern"]?.GetValue<string>()) switch
        {
            ("date-time", _) => _random.ArrayElement(["2026-11-23T20:20:00Z", "2026-11-23T20:20:00.123Z", "1999-12-31T23:59:59.9999999+14:00"]),
            ("email", _) => $"{_random.AlphaNumeric(12)}@example.org",
            // Any text but control characters.
            (_, null) or (_, ['^', '[', '^', '\\', 'x', ..]) => Letter() + Text(Math.Max(least - 1, 0), Math.Min(most - 1, Perhaps(0.2f) ? most - 1 : 30)),
            (_, var pattern) => Matching(pattern, least, most),
        };
    }

    // Begins and ends with what is no blank, so that all of its length counts.
    private string Letter() => _random.AlphaNumeric(1);

    private string Text(int least, int most)
    {
        var length = Perhaps(0.3f) ? most : _random.Int(least, most);
        var runes = Letters.EnumerateRunes().ToArray();
        return length == 0 ? "" : string.Concat(Enumerable.Range(0, length - 1).Select(_ => _random.ArrayElement(runes).ToString())) + Letter();
    }

    private string Matching(string pattern, int least, int most)
    {
        var walks = new Fare.Xeger(Escapes().Replace(pattern, escape => escape.Value == "\"" ? "\\\"" : Regex.Unescape(escape.Value)), _walks);
        return Enumerable.Range(0, 1000).Select(_ => walks.Generate()).First(text => text.Length >= least && (text.Length <= most || most == 30));
    }

    // Fare takes what stands between quotes as it is, and what is escaped by number for the letters that it is written with.
    [GeneratedRegex(@"\\(u[0-9a-f]{4}|x[0-9a-f]{2}|[tnr])|""")]
    private static partial Regex Escapes();

    private long WholeOf(JsonObject schema, string name)
    {
        var (least, most) = (schema["minimum"]!.GetValue<long>(), schema["maximum"]!.GetValue<long>());
        if (name.StartsWith("published_", StringComparison.Ordinal))
            most = Math.Min(most, DateTime.UtcNow.Year + 4);
        // Small ones may be ids that there are.
        return _random.Int(0, 9) switch
        {
            0 => least,
            1 => most,
            _ => Math.Clamp(least < 0 ? _random.Int(-5, 20) : least + _random.Int(0, 20), least, most),
        };
    }

    // With two decimals, which is what "decimal" means of money (in words, under Features).
    private decimal NumberOf(JsonObject schema)
    {
        var (least, most) = (schema["minimum"]?.GetValue<decimal>() ?? -100, schema["maximum"]?.GetValue<decimal>() ?? 100000);
        return _random.Int(0, 9) switch
        {
            0 => least,
            1 => most,
            _ => Math.Clamp(decimal.Parse(_random.Decimal(least, Math.Min(most, 900)).ToString("F2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), least, most),
        };
    }
}
