using System.ComponentModel.DataAnnotations;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Users;

/// <summary>A name and a password, as a form (RFC 6749, section 4.3.2).</summary>
[Example("""{ "grant_type": "password", "username": "ada", "password": "analytical engine" }""")]
public sealed record TokenRequest
{
    private const string PasswordGrant = "password";

    /// <summary>`password`, or left out.</summary>
    [OneOf(typeof(TokenRequest))]
    public string GrantType { get; init; } = "";

    [Required]
    public string? Username { get; init; }

    [Required]
    public string? Password { get; init; }

    /// <summary>The grant types that there are.</summary>
    public static IReadOnlyList<string> All { get; } = [PasswordGrant];

    public static Outcome<TokenRequest> Read(FormReader form)
    {
        if (form.Text("grant_type") is { Length: > 0 } grant && grant != PasswordGrant)
            return new Malformed("unsupported_grant_type", "The only grant type is password.");
        return new TokenRequest { Username = form.RequiredText("username"), Password = form.RequiredText("password") };
    }

    // Not the password, wherever this is printed.
    public override string ToString() => $"{nameof(TokenRequest)} {Username}";
}

/// <summary>A token, to be sent as `Authorization: Bearer` (RFC 6750).</summary>
[Example("""{ "access_token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIyIn0.c2lnbmF0dXJl", "token_type": "bearer", "expires_in": 28800 }""")]
public sealed record TokenAnswer
{
    public required string AccessToken { get; init; }

    /// <summary>Always `bearer`.</summary>
    public required string TokenType { get; init; }

    /// <summary>How long the token is good, in seconds.</summary>
    public required int ExpiresIn { get; init; }
}

/// <summary>A new password of one's own.</summary>
[Example("""{ "current_password": "analytical engine", "new_password": "difference engine" }""")]
public sealed record ChangePassword
{
    [Required]
    public string? CurrentPassword { get; init; }

    [Required, StringLength(UserLimits.Password, MinimumLength = UserLimits.ShortestPassword)]
    public string? NewPassword { get; init; }

    public static Outcome<ChangePassword> Read(ObjectReader body)
    {
        var change = new ChangePassword { CurrentPassword = body.Text("current_password").Or(null), NewPassword = body.Text("new_password").Or(null) };
        if (change.CurrentPassword is null)
            body.Faults.Add("current_password", "A value is required.", "required");
        UserRules.Password("new_password", change.NewPassword, body.Faults);
        return change;
    }

    // Not the passwords, wherever this is printed.
    public override string ToString() => nameof(ChangePassword);
}
