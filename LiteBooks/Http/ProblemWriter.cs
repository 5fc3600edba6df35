using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace LiteBooks.Http;

/// <summary>
/// Writes every problem document, from whichever layer it comes. The framework's own writer stays silent when the Accept
/// header excludes JSON; a refusal has to be readable even then.
/// </summary>
public sealed class ProblemWriter(TimeProvider clock) : IProblemDetailsWriter
{
    public const string MediaType = "application/problem+json";

    // A busy database is usually free again in a moment.
    private const string RetryAfterSeconds = "2";

    private const string Challenge = "Bearer realm=\"litebooks\"";

    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var problem = Complete(context.ProblemDetails, http);
        http.Response.StatusCode = problem.Status!.Value;
        http.Response.ContentType = MediaType;
        AddHeaders(problem, http.Response.Headers);
        var json = JsonSerializer.SerializeToUtf8Bytes(problem, ProblemJson.Readable.ProblemDetails);
        http.Response.ContentLength = json.Length;
        await http.Response.Body.WriteAsync(json, http.RequestAborted);
    }

    private static void AddHeaders(ProblemDetails problem, IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            headers.RetryAfter = RetryAfterSeconds;
        if (problem.Extensions.TryGetValue("retry_after", out var seconds))
            headers.RetryAfter = seconds!.ToString();
        // RFC 6750, section 3: a request that has no token is told no error.
        if (problem.Status == StatusCodes.Status401Unauthorized)
            headers.WWWAuthenticate = problem.Extensions["code"] is "invalid_token" ? $"{Challenge}, error=\"invalid_token\"" : Challenge;
    }

    private ProblemDetails Complete(ProblemDetails problem, HttpContext http)
    {
        // A document without a code was made by the framework, which knows no more than the status.
        if (!problem.Extensions.ContainsKey("code"))
        {
            var type = ProblemTypes.ByStatus(problem.Status ?? http.Response.StatusCode);
            problem = Problems.Details(type.Code, null);
        }
        problem.Instance = ApiVersions.AsAsked(http);
        problem.Extensions["request_id"] = http.TraceIdentifier;
        problem.Extensions["timestamp"] = clock.GetUtcNow().ToString(Rfc3339Converter.Format, CultureInfo.InvariantCulture);
        return problem;
    }
}

[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(IReadOnlyList<Fault>))]
[JsonSerializable(typeof(IReadOnlyList<DuplicateItem>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    /// <summary>Problem documents are read by people in terminals; quotes and letters stay as they are.</summary>
    public static ProblemJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
