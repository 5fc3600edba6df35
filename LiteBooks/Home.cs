using System.Text.Json.Serialization;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Files;
using LiteBooks.Kiosk;
using Microsoft.Net.Http.Headers;

namespace LiteBooks;

/// <summary>The address that one types first: shows the kiosk to a browser, and says to others what this is and where its documentation lies.</summary>
public static class Home
{
    public static void MapHome(this IEndpointRouteBuilder app) =>
        app.MapGet("/", Get).AsApi().AlsoGives(MediaTypes.Html, "").ForEverybody().ExcludeFromDescription();

    private static IResult Get(HttpRequest request, HttpResponse response, KioskPage page, Settings settings)
    {
        response.Headers.Vary = HeaderNames.Accept;
        if (settings.Kiosk.IsStartPage ? !AcceptedTypes.Prefers(request, JsonBody.Json, over: MediaTypes.Html) : AcceptedTypes.Prefers(request, MediaTypes.Html))
            return page;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Link = "</openapi.json>; rel=\"service-desc\"";
        return TypedResults.Ok(new HomeResponse("LiteBooks", Server.Version, "/docs", "/redoc"));
    }
}

public sealed record HomeResponse(string Name, string Version, string Docs, string Redoc);

[JsonSerializable(typeof(HomeResponse))]
internal sealed partial class HomeJson : JsonSerializerContext;
