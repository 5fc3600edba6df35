using System.Globalization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LiteBooks.Http.Access;

/// <summary>
/// Makes and checks bearer tokens (RFC 6750): JSON Web Tokens that name a user and the version of its tokens, and nothing
/// else. What the user may do is asked anew at every request.
/// </summary>
public sealed class Tokens(SigningKey key, Settings settings, TimeProvider clock)
{
    private const string Party = "litebooks";

    // Account.TokenVersion, of the day when the token was made.
    private const string VersionClaim = "ver";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    private TokenValidationParameters? _rules;

    /// <summary>How long a token is good, in seconds.</summary>
    public int LifetimeSeconds => settings.TokenMinutes * 60;

    public string Issue(Account account)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Party,
            Audience = Party,
            IssuedAt = now,
            Expires = now.AddSeconds(LifetimeSeconds),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = account.Id.ToString(CultureInfo.InvariantCulture),
                [VersionClaim] = account.TokenVersion,
            },
            SigningCredentials = new SigningCredentials(key.ForSigning(), SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>Whose token it is and its version, if this server made it and its time is not over; else null.</summary>
    public async Task<(long UserId, long Version)?> Check(string token)
    {
        if (Rules() is not { } rules)
            return null;
        var result = await _handler.ValidateTokenAsync(token, rules);
        return result is { IsValid: true, SecurityToken: JsonWebToken valid }
            && long.TryParse(valid.Subject, CultureInfo.InvariantCulture, out var id)
            && valid.TryGetPayloadValue<long>(VersionClaim, out var version)
                ? (id, version)
                : null;
    }

    // Null while no token was ever made.
    private TokenValidationParameters? Rules() => _rules ??= key.Known() is not { } known ? null : new TokenValidationParameters
    {
        ValidIssuer = Party,
        ValidAudience = Party,
        // Among others it refuses "none", which says that a token needs no signature.
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        IssuerSigningKey = known,
        // Of the same clock as the server's, so nothing has to be forgiven.
        ClockSkew = TimeSpan.Zero,
    };
}
