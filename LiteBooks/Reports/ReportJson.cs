using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiteBooks.Http;

namespace LiteBooks.Reports;

/// <summary>How reports are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(Rfc3339Converter)])]
[JsonSerializable(typeof(AcceptedReport))]
[JsonSerializable(typeof(ReportResponse))]
[JsonSerializable(typeof(ReportPage))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    // For the data column, which no browser reads: letters stay letters.
    private static readonly ReportJson Stored = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Store(ReportData data) => JsonSerializer.Serialize(data, Stored.ReportData);

    public static ReportData DataFrom(string stored) => JsonSerializer.Deserialize(stored, Stored.ReportData)!;
}
