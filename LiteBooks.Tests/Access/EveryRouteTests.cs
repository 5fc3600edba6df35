using LiteBooks.Http.Access;
using LiteBooks.Tests.Support;
using Microsoft.AspNetCore.Routing;

namespace LiteBooks.Tests.Access;

/// <summary>A route that says nothing would be open to everybody.</summary>
[Trait("Category", "InProcess")]
public sealed class EveryRouteTests
{
    [Fact]
    public async Task Every_route_says_who_may_use_it()
    {
        using var folder = new TempFolder();
        await using var app = await Server.Build(TestSettings.Configuration(("Database:Path", folder.File("books.db")), ("Logging:LogLevel:Default", "None")));

        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();

        Assert.True(routes.Count > 40);
        Assert.All(routes, route => Assert.True(
            route.Metadata.GetMetadata<OpenToEverybody>() is null != (route.Metadata.GetMetadata<AccessRequirement>() is null), route.DisplayName));
    }
}
