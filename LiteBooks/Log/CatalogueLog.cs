using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace LiteBooks.Log;

/// <summary>The log on standard output: lines for people on a terminal, lines of JSON for whatever collects them.</summary>
internal static class CatalogueLog
{
    public static void AddCatalogueLog(this ILoggingBuilder logging, Settings settings, IConfiguration configuration)
    {
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
        // After everybody who thinks to know better: the host of systemd services sets a form of its own.
        logging.Services.PostConfigure<ConsoleLoggerOptions>(console =>
            console.FormatterName = IsText(settings.LogFormat) ? ConsoleFormatterNames.Simple : ConsoleFormatterNames.Json);
        // Only the forms of its lines: the framework's own provider writes each line by itself.
        logging.Services.Replace(ServiceDescriptor.Singleton<ILoggerProvider, LineLoggers>());
        AddFilters(logging);
        logging.AddConfiguration(configuration.GetSection("Logging"));
    }

    private static bool IsText(string format) => format == LogFormats.Auto ? !Console.IsOutputRedirected : format == LogFormats.Text;

    private static void AddFilters(ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // A start that fails is told in one line by the command line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Our own handler logs what was thrown, under the id that the client was told.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        // A slow client is a line of the request log, not a stack trace.
        logging.AddFilter("Microsoft.AspNetCore.Http.Timeouts", LogLevel.Error);
    }
}
