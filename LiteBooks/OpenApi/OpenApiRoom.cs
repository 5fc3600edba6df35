using LiteBooks.Http.Files;

namespace LiteBooks.OpenApi;

/// <summary>
/// The description of the API at <c>/openapi.json</c>, and two pages that show it: Swagger UI at <c>/docs</c>, ReDoc at
/// <c>/redoc</c>. Everything they need is inside the program.
/// </summary>
public static class OpenApiRoom
{
    // Nothing may leave the machine. Both pages make style elements of their own, and ReDoc searches in a worker.
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapOpenApi(this IEndpointRouteBuilder app)
    {
        app.MapFile("/openapi.json", OpenApiDocument.FileName);
        app.MapFile("/docs", "docs.html", PagePolicy);
        app.MapFile("/docs/index.html", "docs.html", PagePolicy);
        app.MapFile("/docs/docs.js", "docs.js");
        app.MapFile("/docs/docs.css", "docs.css");
        app.MapFile("/docs/swagger-ui.css", "swagger-ui.css");
        app.MapFile("/docs/swagger-ui-bundle.js", "swagger-ui-bundle.js");
        app.MapFile("/docs/favicon-32x32.png", "favicon-32x32.png");
        app.MapFile("/redoc", "redoc.html", PagePolicy);
        app.MapFile("/redoc/redoc.js", "redoc.js");
        app.MapFile("/redoc/redoc.standalone.js", "redoc.standalone.js");
    }
}
