using System.Buffers;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LiteBooks.Http.Answers;

/// <summary><c>?fields=id,title</c>: the members of a resource that the client wants, in the order in which the resource has them.</summary>
internal sealed class FieldSelection
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<string> _wanted;
    private readonly string? _listing;

    private FieldSelection(HashSet<string> wanted, string? listing) => (_wanted, _listing) = (wanted, listing);

    /// <summary>Null where the request does not ask; a name that the resource does not have is a fault.</summary>
    public static FieldSelection? Read(HttpRequest request, JsonTypeInfo answer, Faults faults)
    {
        if (!request.QueryString.HasValue || request.Query["fields"] is not { Count: > 0 } asked)
            return null;
        var listing = answer.Type.GetCustomAttribute<ListingAttribute>();
        var item = listing is null ? answer : answer.Options.GetTypeInfo(listing.Item);
        var known = item.Properties.Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var wanted = asked.SelectMany(list => list!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count > 0 && wanted.IsSubsetOf(known))
            return new FieldSelection(wanted, listing?.Member);
        faults.Add("fields", $"The fields are {string.Join(", ", known)}.", "unknown_field");
        return null;
    }

    public ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            if (_listing is null)
                WriteResource(writer, document.RootElement);
            else
                WriteListing(writer, document.RootElement);
        }
        return buffer.WrittenMemory;
    }

    private void WriteListing(Utf8JsonWriter writer, JsonElement answer)
    {
        writer.WriteStartObject();
        foreach (var member in answer.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            if (member.Name != _listing)
                member.Value.WriteTo(writer);
            else if (member.Value.ValueKind == JsonValueKind.Array)
                WriteResources(writer, member.Value);
            else
                WriteResource(writer, member.Value);
        }
        writer.WriteEndObject();
    }

    private void WriteResources(Utf8JsonWriter writer, JsonElement resources)
    {
        writer.WriteStartArray();
        foreach (var resource in resources.EnumerateArray())
            WriteResource(writer, resource);
        writer.WriteEndArray();
    }

    private void WriteResource(Utf8JsonWriter writer, JsonElement resource)
    {
        writer.WriteStartObject();
        foreach (var member in resource.EnumerateObject().Where(member => _wanted.Contains(member.Name)))
            member.WriteTo(writer);
        writer.WriteEndObject();
    }
}
