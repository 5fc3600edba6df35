using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LiteBooks.Http.Answers;

/// <summary><c>?envelope=true</c>: the answer inside <c>{success, data, message, timestamp}</c>, for clients that look at bodies alone.</summary>
internal static class Envelope
{
    public static bool IsAskedFor(HttpRequest request, Faults faults) =>
        request.QueryString.HasValue && (new QueryReader(request.Query, faults).Switch("envelope") ?? false);

    public static ReadOnlyMemory<byte> Around(ReadOnlyMemory<byte> data, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>(data.Length + 100);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", true);
            writer.WritePropertyName("data");
            writer.WriteRawValue(data.Span);
            writer.WriteString("message", "OK");
            writer.WriteString("timestamp", now.ToString(Rfc3339Converter.Format, CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }
}
