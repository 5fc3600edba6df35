using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LiteBooks.OpenApi;

/// <summary>Explores an app from outside, so that the server carries nothing that only its description needs.</summary>
internal static class AppExplorer
{
    public static ApiDescriptionGroupCollection Endpoints(WebApplication app)
    {
        using var services = ServicesFor(app);
        var groups = services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups;
        foreach (var endpoint in groups.Items.SelectMany(group => group.Items))
            RemoveServices(endpoint.ParameterDescriptions);
        return groups;
    }

    private static ServiceProvider ServicesFor(WebApplication app)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddRoutingCore().AddEndpointsApiExplorer();
        services.AddSingleton<IHostEnvironment>(app.Environment);
        services.AddSingleton<EndpointDataSource>(new CompositeEndpointDataSource(((IEndpointRouteBuilder)app).DataSources));
        return services.BuildServiceProvider();
    }

    // A handler's services are not known out here and are taken for bodies; the bodies are read by hand (RouteDescription.Takes).
    private static void RemoveServices(IList<ApiParameterDescription> parameters)
    {
        foreach (var service in parameters.Where(parameter => parameter.Source == BindingSource.Body).ToList())
            parameters.Remove(service);
    }
}
