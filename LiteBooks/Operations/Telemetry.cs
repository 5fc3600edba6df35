using System.Diagnostics.Metrics;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace LiteBooks.Operations;

/// <summary>
/// Figures of requests, database and run time, by OpenTelemetry: read at <c>/metrics</c> in the text form of Prometheus, and
/// sent by OTLP where the standard environment variables name a collector.
/// </summary>
internal static class Telemetry
{
    // The framework's own meters, and ours.
    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "LiteBooks.*"];

    // Of no use in a program that is compiled beforehand, or to nobody but its authors.
    private static readonly string[] NotWorthwhile = ["dotnet.jit.", "dotnet.assembly.", "dotnet.timer.", "dotnet.gc.last_collection.heap.fragmentation"];

    // OpenTelemetry's specification, "Environment Variable Specification" and "OTLP Exporter Configuration".
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        // The SDK looks for its variables in the configuration, which else has none but LiteBooks' own.
        builder.Configuration.AddInMemoryCollection(StandardVariables());
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("litebooks", serviceVersion: Server.Version).AddEnvironmentVariableDetector())
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters).AddView(Bounded).AddPrometheusExporter();
                if (IsToBeSent())
                    metrics.AddOtlpExporter();
            });
    }

    public static void MapMetrics(this IEndpointRouteBuilder app)
    {
        // Nobody else asks for it, and it has to be there to be listened to.
        app.ServiceProvider.GetRequiredService<BackupFigures>();
        app.MapPrometheusScrapingEndpoint("/metrics").WithMetadata(new HttpMethodMetadata([HttpMethods.Get])).WithHead().ForOperators().ExcludeFromDescription();
    }

    // The SDK sets room aside for every combination of labels at once, 2000 of them unless told otherwise: megabytes for
    // figures that have one or two.
    private static MetricStreamConfiguration Bounded(Instrument instrument) => instrument.Name switch
    {
        "http.server.request.duration" => new MetricStreamConfiguration { CardinalityLimit = 500 },
        _ when NotWorthwhile.Any(name => instrument.Name.StartsWith(name, StringComparison.Ordinal)) => MetricStreamConfiguration.Drop,
        _ => new MetricStreamConfiguration { CardinalityLimit = 30 },
    };

    private static bool IsToBeSent() =>
        Endpoints.Any(name => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name)))
        && Environment.GetEnvironmentVariable("OTEL_METRICS_EXPORTER") is null or "" or "otlp";

    private static IEnumerable<KeyValuePair<string, string?>> StandardVariables() => Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => name.StartsWith("OTEL_", StringComparison.Ordinal))
        .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name)));
}
