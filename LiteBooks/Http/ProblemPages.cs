using LiteBooks.Http.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Http;

/// <summary>The page behind each problem's <c>type</c>.</summary>
public static class ProblemPages
{
    public static void MapProblemPages(this IEndpointRouteBuilder app) =>
        app.MapGet("/problems/{slug}", Get).WithHead().ForEverybody().ExcludeFromDescription();

    private static Results<ContentHttpResult, ProblemHttpResult> Get(string slug) => ProblemTypes.BySlug(slug) is { } type
        ? TypedResults.Text($"{type.Title}\n\n{type.Explanation}\n\nStatus: {type.Status}\nCode:   {type.Code}\n")
        : Problems.From(new NotFound("There is no such kind of problem."));
}
