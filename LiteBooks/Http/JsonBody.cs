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

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// Reads one object. All of its faults come together, members that nobody read among them.
    /// </summary>
    public static async Task<Outcome<T>> Read<T>(HttpRequest request, Func<ObjectReader, Outcome<T>> read, params string[] mediaTypes)
    {
        var accepted = mediaTypes.Length > 0 ? mediaTypes : [Json];
        if (!HasMediaType(request, accepted))
            return new UnsupportedMedia(accepted);
        if (!(await RequestBody.Read(request)).Succeeded(out var body, out var failure))
            return failure;
        // The parser looks at the bytes of a text only when it is read, and at those of a member that nobody reads never.
        if (!Utf8.IsValid(body.Span))
            return new Malformed("malformed_json", "The body is not UTF-8.");
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(body), Strict);
            return ReadObject(document.RootElement, read);
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
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add("$", $"Expected an object, not {ObjectReader.Name(json.ValueKind)}.", "wrong_type");
            return faults.ToFailure();
        }
        var body = new ObjectReader(json, faults);
        var outcome = read(body);
        body.RefuseUnknown();
        return faults.Any ? faults.ToFailure() : outcome;
    }

    private static bool HasMediaType(HttpRequest request, string[] accepted) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && accepted.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    // The parser's own message quotes the body, which no answer may echo.
    private static string Where(JsonException e) => e.LineNumber is { } line
        ? $"The body is not strict JSON: see line {line + 1}, byte {e.BytePositionInLine + 1}."
        : "The body is not strict JSON: it is cut off, nested too deep, or names a member twice.";
}
