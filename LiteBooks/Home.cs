using System.Text.Json.Serialization;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks;

/// <summary>The address that one types first: says what this is and where its documentation lies.</summary>
public static class Home
{
    public static void MapHome(this IEndpointRouteBuilder app) =>
        app.MapGet("/", Get).AsApi().ForEverybody().ExcludeFromDescription();

    private static Ok<HomeResponse> Get(HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        response.Headers.Link = "</openapi.json>; rel=\"service-desc\"";
        return TypedResults.Ok(new HomeResponse("LiteBooks", Server.Version, "/docs", "/redoc"));
    }
}

public sealed record HomeResponse(string Name, string Version, string Docs, string Redoc);

[JsonSerializable(typeof(HomeResponse))]
internal sealed partial class HomeJson : JsonSerializerContext;
