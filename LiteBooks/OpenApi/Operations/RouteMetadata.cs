using NSwag.Generation.AspNetCore;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

internal static class RouteMetadata
{
    /// <summary>What the route says of itself, of one kind; the last word counts.</summary>
    public static T? Metadata<T>(this OperationProcessorContext context) where T : class =>
        context.AllMetadata<T>().LastOrDefault();

    /// <summary>What the route says of itself, of one kind, where its words add up.</summary>
    public static IEnumerable<T> AllMetadata<T>(this OperationProcessorContext context) where T : class =>
        ((AspNetCoreOperationProcessorContext)context).ApiDescription.ActionDescriptor.EndpointMetadata.OfType<T>();
}
