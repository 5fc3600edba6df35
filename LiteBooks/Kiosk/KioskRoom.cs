using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Files;

namespace LiteBooks.Kiosk;

/// <summary>
/// The catalogue on a screen that anybody may touch. One page with plain scripts, which asks the API as any client does; it is
/// all inside the program, and no part of the API's description.
/// </summary>
public static class KioskRoom
{
    // A service worker may ask for no more than what it serves.
    private const string WorkerPolicy = "default-src 'none'; connect-src 'self'";

    public static void MapKiosk(this WebApplication app)
    {
        var page = app.Services.GetRequiredService<KioskPage>();
        foreach (var path in new[] { "/kiosk", "/kiosk/books", "/kiosk/book/{id:long:min(1)}", "/kiosk/isbn/{isbn}" })
            app.MapGet(path, () => page).WithHead().ForEverybody().ExcludeFromDescription();
        app.MapGet("/kiosk/v-{version}/{**name}", (string version, string name) => page.File(version, name) as IResult ?? Problems.From(new NotFound("The page has no such file.")))
            .WithHead().ForEverybody().ExcludeFromDescription();
        // At the root, because a worker serves what lies beneath its own address, and the kiosk may be the start page.
        app.MapFile("/kiosk-worker.js", PageContent.Worker, WorkerPolicy);
        app.MapGet("/kiosk/qr/{id:long:min(1)}.svg", (long id, HttpRequest request, Settings settings) => new QrPicture(AddressOf(id, request, settings)))
            .WithHead().ForEverybody().ExcludeFromDescription();
    }

    // The address of a book, as a visitor's phone would ask for it.
    private static string AddressOf(long id, HttpRequest request, Settings settings) =>
        $"{settings.Kiosk.Address ?? $"{request.Scheme}://{request.Host}"}/kiosk/book/{id}";
}
