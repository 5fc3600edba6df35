using System.Diagnostics.CodeAnalysis;
using LiteBooks.Backups;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Mailing;
using LiteBooks.Reports;
using LiteBooks.Users;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;

namespace LiteBooks;

/// <summary>
/// Options and loggers as the framework makes them, and as it is asked for them at the start. Its own registrations are open
/// generic types, which a program without run-time code has to put together piece by piece, hundreds of them at each start: a
/// quarter of the time until the first answer. Here the compiler sees them closed. What is not listed works as ever.
/// </summary>
internal static class ClosedGenerics
{
    /// <summary>After all else has been added, whose open types these take precedence over.</summary>
    public static void AddClosedGenerics(this IServiceCollection services)
    {
        services.AddOptionsOf<BrotliCompressionProviderOptions>().AddOptionsOf<GzipCompressionProviderOptions>().AddOptionsOf<ResponseCompressionOptions>()
            .AddOptionsOf<KestrelServerOptions>().AddOptionsOf<SocketTransportOptions>()
            .AddOptionsOf<ExceptionHandlerOptions>().AddOptionsOf<StatusCodePagesOptions>().AddOptionsOf<ProblemDetailsOptions>()
            .AddOptionsOf<RouteOptions>().AddOptionsOf<RouteHandlerOptions>().AddOptionsOf<FormOptions>().AddOptionsOf<JsonOptions>()
            .AddOptionsOf<HostOptions>().AddOptionsOf<ConsoleLifetimeOptions>()
            .AddOptionsOf<LoggerFactoryOptions>().AddOptionsOf<ConsoleLoggerOptions>();
        services.AddWatchedOptionsOf<LoggerFilterOptions>()
            .AddWatchedOptionsOf<ConsoleFormatterOptions>().AddWatchedOptionsOf<SimpleConsoleFormatterOptions>().AddWatchedOptionsOf<JsonConsoleFormatterOptions>()
            .AddWatchedOptionsOf<MetricsOptions>().AddWatchedOptionsOf<PrometheusAspNetCoreOptions>()
            .AddWatchedOptionsOf<RequestTimeoutOptions>();
        services.AddLoggerOf<ApplicationLifetime>().AddLoggerOf<UnexpectedErrors>().AddLoggerOf<SigningKey>().AddLoggerOf<Claim>()
            .AddLoggerOf<MailWorker>().AddLoggerOf<ReportWorker>().AddLoggerOf<BackupWorker>();
        // Nothing is validated at the start but an option without any value, whose types nobody can name from here: in this way
        // the framework wakes IMetricsListeners, and there are none.
        services.RemoveAll<IStartupValidator>();
    }

    private static IServiceCollection AddOptionsOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(this IServiceCollection services)
        where T : class => services
        .AddSingleton<IOptionsFactory<T>>(provider => new OptionsFactory<T>(provider.GetServices<IConfigureOptions<T>>(), provider.GetServices<IPostConfigureOptions<T>>(), provider.GetServices<IValidateOptions<T>>()))
        .AddSingleton<IOptions<T>>(provider => new OptionsManager<T>(provider.GetRequiredService<IOptionsFactory<T>>()));

    private static IServiceCollection AddWatchedOptionsOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(this IServiceCollection services)
        where T : class => services
        .AddOptionsOf<T>()
        .AddSingleton<IOptionsMonitor<T>>(provider => new OptionsMonitor<T>(provider.GetRequiredService<IOptionsFactory<T>>(), provider.GetServices<IOptionsChangeTokenSource<T>>(), new OptionsCache<T>()));

    private static IServiceCollection AddLoggerOf<T>(this IServiceCollection services) => services
        .AddSingleton<ILogger<T>>(provider => new Logger<T>(provider.GetRequiredService<ILoggerFactory>()));
}
