using System.Text.Encodings.Web;
using System.Text.Json;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Traffic;

namespace LiteBooks.Http;

/// <summary>What stands around every request, in the order in which it is passed.</summary>
public static class HttpRoom
{
    public static IServiceCollection AddHttpRoom(this IServiceCollection services, Settings settings)
    {
        services.AddRoutingCore();
        services.AddServerLimits(settings);
        services.AddCompression();
        services.AddCrossOrigin(settings);
        services.AddRequestTime(settings);
        services.AddAccess();
        // Before AddProblemDetails, whose own writer comes second then.
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddSingleton<AnswerFormat>();
        services.AddSingleton<Idempotency>();
        services.AddExceptionHandler<UnexpectedErrors>();
        services.ConfigureHttpJsonOptions(options => Shape(options.SerializerOptions));
        return services;
    }

    public static void UseHttpRoom(this WebApplication app, IEnumerable<string> urls)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        app.UseForwardedRequests(settings);
        app.UseRequestId();
        app.UseRequestLog();
        app.UseSecurityHeaders();
        app.UseEncodedTags();
        app.UseResponseCompression();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRequestTimeouts();
        app.UseHostFilter(settings, urls);
        app.UseCrossOrigin(settings);
        app.UseRateLimit(settings);
        app.UseOptions();
        app.UseApiVersions();
        app.UseV1Sunset(settings);
        app.UseRouting();
        app.UseLiteralPaths();
        app.UseReadOnlyMode(settings);
        app.UseAccess();
        app.UseApiRoutes();
    }

    /// <summary>How every JSON answer is written.</summary>
    public static void Shape(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        json.Converters.Add(new Rfc3339Converter());
        // The answers are JSON in UTF-8 and say so: letters need no escapes.
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
