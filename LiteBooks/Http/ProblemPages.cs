using System.Text.Json.Serialization;
using LiteBooks.Http.Access;
using LiteBooks.Http.Files;
using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http;

/// <summary>The page behind each problem's <c>type</c>, and one that lists them: for people as HTML, for programs as JSON.</summary>
public static class ProblemPages
{
    private const string Path = "/problems";

    // The pages hold no script, and their one style sheet is ours.
    private const string PagePolicy = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapProblemPages(this IEndpointRouteBuilder app)
    {
        app.MapFile(Path + "/problems.css", "problems.css");
        var pages = app.MapGroup(Path).AsApi().AlsoGives(MediaTypes.Html, "").ForEverybody().ExcludeFromDescription();
        pages.MapGet("", List);
        pages.MapGet("/{slug}", Get);
    }

    private static IResult List(HttpContext context)
    {
        var kinds = ProblemTypes.All.Select(ProblemKind.From).ToArray();
        return Answer(context, () => ProblemPage.Of(ProblemTypes.All), () => TypedResults.Json(new ProblemKinds(kinds), ProblemKindJson.Default.ProblemKinds));
    }

    private static IResult Get(HttpContext context, string slug) => ProblemTypes.BySlug(slug) is { } type
        ? Answer(context, () => ProblemPage.Of(type), () => TypedResults.Json(ProblemKind.From(type), ProblemKindJson.Default.ProblemKind))
        : Problems.From(new NotFound("There is no such kind of problem."));

    private static IResult Answer(HttpContext context, Func<string> page, Func<IResult> json)
    {
        var headers = context.Response.Headers;
        headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        headers.CacheControl = "no-cache";
        if (!AcceptedTypes.Prefers(context.Request, MediaTypes.Html))
            return json();
        headers.ContentSecurityPolicy = PagePolicy;
        return TypedResults.Text(page(), MediaTypes.Html, System.Text.Encoding.UTF8);
    }
}

/// <summary>A kind of problem, for programs.</summary>
internal sealed record ProblemKind(string Type, string Code, int Status, string Title, string Explanation)
{
    public static ProblemKind From(ProblemType type) => new(type.Uri, type.Code, type.Status, type.Title, type.Explanation);
}

internal sealed record ProblemKinds(IReadOnlyList<ProblemKind> Problems);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProblemKinds))]
[JsonSerializable(typeof(ProblemKind))]
internal sealed partial class ProblemKindJson : JsonSerializerContext;
