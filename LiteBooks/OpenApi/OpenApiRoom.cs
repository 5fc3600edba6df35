using System.Reflection;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using NSwag.AspNetCore;

namespace LiteBooks.OpenApi;

/// <summary>
/// The description of the API at <c>/openapi.json</c>, and two pages that show it: Swagger UI at <c>/docs</c>, ReDoc at
/// <c>/redoc</c>. Everything they need is inside the program.
/// </summary>
public static class OpenApiRoom
{
    private const string Html = "text/html; charset=utf-8";
    private const string Script = "text/javascript; charset=utf-8";
    private const string Style = "text/css; charset=utf-8";

    public static void MapOpenApi(this IEndpointRouteBuilder app)
    {
        app.MapFile("/openapi.json", Own(OpenApiDocument.ResourceName, JsonBody.Json));
        app.MapFile("/docs", Own("docs.html", Html));
        app.MapFile("/docs/index.html", Own("docs.html", Html));
        app.MapFile("/docs/docs.js", Own("docs.js", Script));
        app.MapFile("/docs/swagger-ui.css", SwaggerUi("swagger-ui.css", Style));
        app.MapFile("/docs/swagger-ui-bundle.js", SwaggerUi("swagger-ui-bundle.js", Script));
        app.MapFile("/docs/favicon-32x32.png", SwaggerUi("favicon-32x32.png", "image/png"));
        app.MapFile("/redoc", Own("redoc.html", Html));
        app.MapFile("/redoc/redoc.js", Own("redoc.js", Script));
        app.MapFile("/redoc/redoc.standalone.js", new EmbeddedFile(Script, ReDocScript.Open));
    }

    private static void MapFile(this IEndpointRouteBuilder app, string path, EmbeddedFile file) =>
        app.MapGet(path, (HttpResponse response) => file.Answer(response)).WithHead().ForEverybody().ExcludeFromDescription();

    private static EmbeddedFile Own(string name, string mediaType) =>
        EmbeddedFile.In(Assembly.GetExecutingAssembly(), name, mediaType);

    // The files of NSwag's Swagger UI, without its middleware: that fills its page by reflection and in-line script, redirects,
    // and answers every method.
    private static EmbeddedFile SwaggerUi(string name, string mediaType) =>
        EmbeddedFile.In(typeof(SwaggerUiSettings).Assembly, "NSwag.AspNetCore.SwaggerUi." + name, mediaType);
}
