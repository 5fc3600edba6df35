using System.Text.Encodings.Web;
using System.Text.Json;
using LiteBooks.Http.Answers;

namespace LiteBooks.Http;

/// <summary>What stands around every request, in the order in which it is passed.</summary>
public static class HttpRoom
{
    public static IServiceCollection AddHttpRoom(this IServiceCollection services)
    {
        services.AddRoutingCore();
        // Before AddProblemDetails, whose own writer comes second then.
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddSingleton<AnswerFormat>();
        services.AddSingleton<Idempotency>();
        services.AddExceptionHandler<UnexpectedErrors>();
        services.ConfigureHttpJsonOptions(options => Shape(options.SerializerOptions));
        return services;
    }

    public static void UseHttpRoom(this WebApplication app)
    {
        app.UseRequestId();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseOptions();
        app.UseApiVersions();
        app.UseV1Sunset(app.Services.GetRequiredService<Settings>());
        app.UseRouting();
        app.UseLiteralPaths();
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
