using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http;

/// <summary>Reads a request's body as strict JSON: UTF-8, no comments, no trailing commas, no member twice (RFC 8259, RFC 7493).</summary>
public static class JsonBody
{
    public const string Json = "application/json";

    /// <summary>A JSON merge patch (RFC 7396).</summary>
    public const string MergePatch = "application/merge-patch+json";

    public const string AcceptPatchHeader = "Accept-Patch";

    /// <summary>What a PATCH may be written in.</summary>
    public const string PatchTypes = $"{MergePatch}, {Json}";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// Reads one object. All of its faults come together, members that nobody read among them.
    /// </summary>
    public static Task<Outcome<T>> Read<T>(HttpRequest request, Func<ObjectReader, Outcome<T>> read, params string[] mediaTypes) =>
        Parse(request, json => ReadObject(json, read), mediaTypes);

    /// <summary>Reads an array of 1 to <paramref name="most"/> objects; a fault's path begins with its item's place, <c>[3].title</c>.</summary>
    public static Task<Outcome<IReadOnlyList<T>>> ReadMany<T>(HttpRequest request, int most, Func<ObjectReader, T> read) =>
        Parse(request, json => ReadObjects(json, most, read));

    private static async Task<Outcome<T>> Parse<T>(HttpRequest request, Func<JsonElement, Outcome<T>> read, params string[] mediaTypes)
    {
        var accepted = mediaTypes.Length > 0 ? mediaTypes : [Json];
        if (!HasMediaType(request, accepted))
        {
            if (HttpMethods.IsPatch(request.Method))
                request.HttpContext.Response.Headers[AcceptPatchHeader] = PatchTypes;
            return new UnsupportedMedia(accepted);
        }
        if (!(await RequestBody.Read(request)).Succeeded(out var body, out var failure))
            return failure;
        // The parser looks at the bytes of a text only when it is read, and at those of a member that nobody reads never.
        if (!Utf8.IsValid(body.Span))
            return new Malformed("malformed_json", "The body is not UTF-8.");
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(body), Strict);
            return read(document.RootElement);
        }
        catch (JsonException e)
        {
            return new Malformed("malformed_json", Where(e));
        }
        catch (InvalidOperationException)
        {
            // Names of members are read unescaped, and half a surrogate pair among them cannot be.
            return new Malformed("malformed_json", "The body has a member whose name is not made of whole Unicode characters.");
        }
    }

    // RFC 8259, section 8.1: a byte order mark may be ignored.
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\uFEFF"u8) ? body["\uFEFF"u8.Length..] : body;

    private static Outcome<T> ReadObject<T>(JsonElement json, Func<ObjectReader, Outcome<T>> read)
    {
        var faults = new Faults();
        if (!Is(JsonValueKind.Object, json, "$", faults))
            return faults.ToFailure();
        var body = new ObjectReader(json, faults);
        var outcome = read(body);
        body.RefuseUnknown();
        return faults.Any ? faults.ToFailure() : outcome;
    }

    private static Outcome<IReadOnlyList<T>> ReadObjects<T>(JsonElement json, int most, Func<ObjectReader, T> read)
    {
        var faults = new Faults();
        if (!Is(JsonValueKind.Array, json, "$", faults))
            return faults.ToFailure();
        if (json.GetArrayLength() > most)
            return new Malformed("too_many_items", $"At most {most} items are allowed in one request.");
        if (json.GetArrayLength() == 0)
            faults.Add("$", "At least one item is required.", "too_short");
        var items = new List<T>();
        foreach (var element in json.EnumerateArray())
        {
            var path = $"[{items.Count}]";
            if (!Is(JsonValueKind.Object, element, path, faults))
                return faults.ToFailure();
            var item = new ObjectReader(element, faults.Within(path + "."));
            items.Add(read(item));
            item.RefuseUnknown();
        }
        return faults.Any ? faults.ToFailure() : items;
    }

    private static bool Is(JsonValueKind kind, JsonElement json, string path, Faults faults)
    {
        if (json.ValueKind != kind)
            faults.Add(path, $"Expected {ObjectReader.Name(kind)}, not {ObjectReader.Name(json.ValueKind)}.", "wrong_type");
        return json.ValueKind == kind;
    }

    private static bool HasMediaType(HttpRequest request, string[] accepted) =>
        !RequestBody.IsPacked(request)
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && accepted.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    // The parser's own message quotes the body, which no answer may echo.
    private static string Where(JsonException e) => e.LineNumber is { } line
        ? $"The body is not strict JSON: see line {line + 1}, byte {e.BytePositionInLine + 1}."
        : "The body is not strict JSON: it is cut off, nested too deep, or names a member twice.";
}
