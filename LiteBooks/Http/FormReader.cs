using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http;

/// <summary>Reads a form's members by name. Members that nobody reads are ignored, as OAuth 2 wants it (RFC 6749, section 3.2).</summary>
public sealed class FormReader
{
    public const string MediaType = "application/x-www-form-urlencoded";

    private readonly Dictionary<string, StringValues> _form;
    private readonly Faults _faults = new();

    private FormReader(Dictionary<string, StringValues> form) => _form = form;

    public static async Task<Outcome<T>> Read<T>(HttpRequest request, Func<FormReader, Outcome<T>> read)
    {
        if (RequestBody.IsPacked(request) || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
            return new UnsupportedMedia(MediaType);
        if (!(await RequestBody.Read(request)).Succeeded(out var body, out var failure))
            return failure;
        if (!Utf8.IsValid(body.Span))
            return new Malformed("malformed_form", "The form is not UTF-8.");
        var form = new FormReader(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span)));
        var outcome = read(form);
        return form._faults.Any ? form._faults.ToFailure() : outcome;
    }

    /// <summary>A text, or null where the member is absent. One that comes twice is a fault.</summary>
    public string? Text(string name)
    {
        if (!_form.TryGetValue(name, out var values))
            return null;
        if (values.Count > 1)
            _faults.Add(name, "This member came more than once.", "repeated");
        return values[0];
    }

    public string? RequiredText(string name)
    {
        var value = Text(name);
        if (string.IsNullOrEmpty(value))
            _faults.Add(name, "A value is required.", "required");
        return value;
    }
}
