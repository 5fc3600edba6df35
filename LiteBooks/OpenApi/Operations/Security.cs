using LiteBooks.Http.Access;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>Which token an operation wants: the roles are the scopes of one scheme, and each includes those before it.</summary>
internal sealed class Security : IOperationProcessor
{
    private const string Scheme = "token";

    public static OpenApiSecurityScheme Definition { get; } = new()
    {
        Type = OpenApiSecuritySchemeType.OAuth2,
        Description = "A bearer token, for a username and a password. What it allows is decided by the user's role at each request. While a server has no users, its own machine needs none.",
        Flows = new OpenApiOAuthFlows
        {
            Password = new OpenApiOAuthFlow
            {
                TokenUrl = "/auth/token",
                Scopes = new Dictionary<string, string>
                {
                    [Roles.Viewer] = "Read, post reviews, and change one's own.",
                    [Roles.Editor] = "Also change books and authors, and moderate reviews.",
                    [Roles.Admin] = "Also see costs, stock, users and the audit.",
                },
            },
        },
    };

    public bool Process(OperationProcessorContext context)
    {
        context.Document.SecurityDefinitions.TryAdd(Scheme, Definition);
        if (context.Metadata<AccessRequirement>() is not { } access)
            return true;
        // The catalogue can be read without a token, where the server is not set otherwise; with one it shows what the role allows.
        var wanted = new OpenApiSecurityRequirement { [Scheme] = access.Role is null ? [] : [access.Role] };
        context.OperationDescription.Operation.Security = access.Role is null ? [new OpenApiSecurityRequirement(), wanted] : [wanted];
        return true;
    }
}
