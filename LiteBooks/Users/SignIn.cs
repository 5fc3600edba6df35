using System.Net;
using LiteBooks.Http.Access;

namespace LiteBooks.Users;

/// <summary>
/// Checks names and passwords. A name that there is not, a wrong password and a deactivated user are told and take the same;
/// failures are slowed by <see cref="SignInThrottle"/>.
/// </summary>
public sealed class SignIn(UserRepository users, Passwords passwords, SignInThrottle throttle) : IDisposable
{
    public static readonly Unauthenticated Wrong = new("invalid_credentials", "There is no active user with this name and password.");

    // Hashing fills a core; some have to be left for those who read.
    private readonly SemaphoreSlim _hashing = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>The account, or <see cref="Unauthenticated"/> or <see cref="TooManyAttempts"/>.</summary>
    public async Task<Outcome<Account>> Check(string username, string password, IPAddress? from, CancellationToken cancel)
    {
        await _hashing.WaitAsync(cancel);
        try
        {
            if (throttle.Begin(username, from) is { } wait)
                return new TooManyAttempts(wait);
            var known = users.FindCredentials(username);
            var isRight = await Task.Run(() => passwords.Verify(known?.PasswordHash, password), CancellationToken.None);
            if (!isRight || !known!.IsActive)
                return Wrong;
            throttle.Succeeded(username, from);
            return new Account(known.Id, known.Username, known.Role, known.TokenVersion);
        }
        finally
        {
            _hashing.Release();
        }
    }

    public void Dispose() => _hashing.Dispose();
}
