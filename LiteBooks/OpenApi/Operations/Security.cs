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
        Description = "A bearer token, for a username and a password. Its scope is the user's role: `viewer`, `editor` or `admin`, each of which includes those before it; the role is looked up at each request. It is a JSON Web Token, signed and checked as RFC8725 advises: one algorithm, this server as issuer and audience, and an end. While a server has no users, its own machine needs none.",
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
        var operation = context.OperationDescription.Operation;
        if (context.Metadata<AccessRequirement>() is not { } access)
        {
            Say(operation, "Needs no token.");
            return true;
        }
        Say(operation, access.Role switch
        {
            null => "Needs no token, unless the server is set to want one (`viewer`, `editor` or `admin`) for all that is read.",
            Roles.Viewer => "Needs a token of a `viewer`, an `editor` or an `admin`.",
            Roles.Editor => "Needs a token of an `editor` or an `admin`.",
            _ => "Needs a token of an `admin`.",
        });
        // The catalogue can be read without a token, where the server is not set otherwise; with one it shows what the role allows.
        var wanted = new OpenApiSecurityRequirement { [Scheme] = access.Role is null ? [] : [access.Role] };
        operation.Security = access.Role is null ? [new OpenApiSecurityRequirement(), wanted] : [wanted];
        return true;
    }

    // In words too: what a scope is for stands elsewhere, and most readers and generators pass over scopes.
    private static void Say(OpenApiOperation operation, string who) => operation.Description = $"{operation.Description}\n\n{who}".Trim();
}
