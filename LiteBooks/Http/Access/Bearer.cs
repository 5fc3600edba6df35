namespace LiteBooks.Http.Access;

/// <summary>
/// Finds out who sends a request by its token (RFC 6750, section 2.1). Most requests have none, and cost nothing here: the
/// framework's authentication would make a handler for each of them.
/// </summary>
internal sealed class Bearer(Tokens tokens, IAccounts accounts)
{
    private const string Scheme = "Bearer";

    /// <summary>Notes the caller; false where there is a token, and it is not good.</summary>
    public async Task<bool> Identify(HttpContext http)
    {
        if (TokenOf(http.Request.Headers.Authorization.ToString()) is not { } token)
            return true;
        if (await tokens.Check(token) is not var (id, version) || accounts.FindActive(id) is not { } account || account.TokenVersion != version)
            return false;
        http.Features.Set(account);
        return true;
    }

    // Another scheme is another server's concern, a proxy's perhaps.
    private static string? TokenOf(string authorization)
    {
        var parts = authorization.Split(' ', 2, StringSplitOptions.TrimEntries);
        return parts[0].Equals(Scheme, StringComparison.OrdinalIgnoreCase) ? parts.ElementAtOrDefault(1) ?? "" : null;
    }
}
