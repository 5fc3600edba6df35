using Microsoft.AspNetCore.Authorization;

namespace LiteBooks.Http.Access;

/// <summary>Puts together what tells callers apart. The accounts come from the room of users.</summary>
internal static class AccessServices
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<SigningKey>().AddSingleton<Tokens>();
        services.AddBearerTokens();
        services.AddAuthorization();
        services.AddSingleton<Gate>();
        services.AddSingleton<IAuthorizationHandler>(provider => provider.GetRequiredService<Gate>());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();
    }

    // Not AddAuthentication: it brings data protection along, which is for cookies and keeps keys in the user's home.
    private static void AddBearerTokens(this IServiceCollection services)
    {
        services.AddWebEncoders();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = BearerScheme.Name;
            options.AddScheme<BearerScheme>(BearerScheme.Name, displayName: null);
        });
        services.AddTransient<BearerScheme>();
    }
}
