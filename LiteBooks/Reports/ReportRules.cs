using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LiteBooks.Reports;

/// <summary>What makes a request for a report valid. Every fault is added to the list that is passed; what is returned counts only if there is none.</summary>
internal static class ReportRules
{
    private const string NoFilters = "{}";

    public static ReportFields Check(CreateReport report, ReportKinds kinds, bool asAdmin, Faults faults)
    {
        if (Kind(report.ReportType, kinds, faults) is { } kind)
            kind.Check(report.Filters?.GetRawText() ?? NoFilters, faults);
        var filters = faults.Any || report.Filters is not { } given ? NoFilters : Compact(given);
        if (filters.Length > ReportLimits.Filters)
            faults.Add("filters", $"At most {ReportLimits.Filters} characters are allowed.", "too_long");
        return new ReportFields(report.ReportType ?? "", filters, asAdmin);
    }

    private static IReportKind? Kind(string? name, ReportKinds kinds, Faults faults)
    {
        if (name is null)
            faults.Add("report_type", "A value is required.", "required");
        else if (kinds.Find(name) is { } kind)
            return kind;
        else
            faults.Add("report_type", $"The type must be one of {string.Join(", ", kinds.Names)}.", "not_in_list");
        return null;
    }

    private static string Compact(JsonElement json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            json.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
