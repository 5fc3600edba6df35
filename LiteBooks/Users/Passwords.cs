using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LiteBooks.Users;

/// <summary>
/// Hashes passwords with the framework's own hasher: PBKDF2 with HMAC-SHA512, a salt of 128 bits, and as many rounds as the
/// OWASP Password Storage Cheat Sheet asks for. Each takes a good tenth of a second, so none is made inside a write.
/// </summary>
public sealed class Passwords
{
    private const int Rounds = 210_000;

    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private readonly Lazy<string> _ofNobody;

    public Passwords() => _ofNobody = new(() => Hash(Guid.NewGuid().ToString()));

    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    /// <summary>Whether the password is right. Without a hash it is not, and that takes as long to find out.</summary>
    public bool Verify(string? hash, string password)
    {
        var result = _hasher.VerifyHashedPassword(Nobody, hash ?? _ofNobody.Value, password);
        return hash is not null && result != PasswordVerificationResult.Failed;
    }
}
