using LiteBooks.Http.Access;

namespace LiteBooks.Http.Files;

/// <summary>Serves files of the program. Browsers keep them and ask whether they are still the same.</summary>
public static class FileRoutes
{
    /// <summary>Serves a file at an address, to everybody; it is no part of the API's description.</summary>
    /// <param name="app">What the route is added to.</param>
    /// <param name="path">The address.</param>
    /// <param name="name">The file's name in the program; its ending tells the media type.</param>
    /// <param name="policy">What the file may load and do where it is a page or a worker (Content-Security-Policy); by default nothing.</param>
    public static IEndpointConventionBuilder MapFile(this IEndpointRouteBuilder app, string path, string name, string? policy = null)
    {
        var answer = new FileAnswer(EmbeddedFile.Named(name), MediaTypes.Of(name), "no-cache", policy);
        return app.MapGet(path, answer.ExecuteAsync).WithHead().ForEverybody().ExcludeFromDescription();
    }
}
