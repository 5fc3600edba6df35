using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LiteBooks.Http.Access;

/// <summary>
/// Reads the token of a request (RFC 6750, section 2.1). The framework's own scheme can also fetch keys from other servers,
/// which makes the one file 3 MB larger and is never wanted here.
/// </summary>
internal sealed class BearerScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, Tokens tokens, IAccounts accounts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Request.Headers.Authorization.ToString()) is not { } token)
            return AuthenticateResult.NoResult();
        return await tokens.Check(token) is var (id, version) && accounts.FindActive(id) is { } account && account.TokenVersion == version
            ? AuthenticateResult.Success(new AuthenticationTicket(Callers.Principal(account, Name), Name))
            : AuthenticateResult.Fail("The token is not good, or no longer.");
    }

    // Another scheme is another server's concern, a proxy's perhaps.
    private static string? TokenOf(string authorization)
    {
        var parts = authorization.Split(' ', 2, StringSplitOptions.TrimEntries);
        return parts[0].Equals(Name, StringComparison.OrdinalIgnoreCase) ? parts.ElementAtOrDefault(1) ?? "" : null;
    }
}
