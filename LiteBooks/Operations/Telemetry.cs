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
                metrics.AddMeter(Meters).AddPrometheusExporter();
                if (IsToBeSent())
                    metrics.AddOtlpExporter();
            });
    }

    public static void MapMetrics(this IEndpointRouteBuilder app) =>
        app.MapPrometheusScrapingEndpoint("/metrics").WithMetadata(new HttpMethodMetadata([HttpMethods.Get])).WithHead().ForOperators().ExcludeFromDescription();

    private static bool IsToBeSent() =>
        Endpoints.Any(name => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name)))
        && Environment.GetEnvironmentVariable("OTEL_METRICS_EXPORTER") is null or "" or "otlp";

    private static IEnumerable<KeyValuePair<string, string?>> StandardVariables() => Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => name.StartsWith("OTEL_", StringComparison.Ordinal))
        .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name)));
}
