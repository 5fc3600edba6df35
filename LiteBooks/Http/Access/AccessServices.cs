namespace LiteBooks.Http.Access;

/// <summary>Puts together what tells callers apart. The accounts come from the room of users.</summary>
internal static class AccessServices
{
    public static void AddAccess(this IServiceCollection services) =>
        services.AddSingleton<SigningKey>().AddSingleton<Tokens>().AddSingleton<Bearer>().AddSingleton<Gate>();

    public static void UseAccess(this WebApplication app)
    {
        var (bearer, gate) = (app.Services.GetRequiredService<Bearer>(), app.Services.GetRequiredService<Gate>());
        app.Use((context, next) => context.Request.Headers.Authorization.Count == 0
            ? PassOrRefuse(context, next, isTokenGood: true)
            : IdentifyFirst(context, next));

        async Task IdentifyFirst(HttpContext context, RequestDelegate next) =>
            await PassOrRefuse(context, next, await bearer.Identify(context));

        Task PassOrRefuse(HttpContext context, RequestDelegate next, bool isTokenGood) =>
            gate.Refuse(context, isTokenGood) is { } failure ? Problems.From(failure).ExecuteAsync(context) : next(context);
    }
}
