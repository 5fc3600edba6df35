using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace LiteBooks.Http.Access;

/// <summary>
/// The key that tokens are signed with (HMAC-SHA256, RFC 7518, section 3.2): the setting's, or one that is made on first use and
/// kept beside the database, on Unix readable by its owner alone. Whoever has it can be anybody.
/// </summary>
public sealed class SigningKey(Settings settings, ILogger<SigningKey> log)
{
    private const int Bytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lock _lock = new();
    private byte[]? _key;

    /// <summary>The file that holds the key, where the setting gives none.</summary>
    public string File { get; } = Path.GetFullPath(settings.DatabasePath) + ".key";

    /// <summary>The key to check tokens with; null where none was ever made, so that no token can be right.</summary>
    public SecurityKey? Known() => Read() is { } key ? new SymmetricSecurityKey(key) : null;

    /// <summary>The key to sign tokens with.</summary>
    public SecurityKey ForSigning() => new SymmetricSecurityKey(Read() ?? Make());

    /// <summary>A digest that nobody can make or check without the key, for what could be guessed from a plain one.</summary>
    public string Seal(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(HMACSHA256.HashData(Read() ?? Make(), content));

    private byte[]? Read()
    {
        lock (_lock)
            return _key ??= settings.SigningKey is { } given ? SHA256.HashData(Encoding.UTF8.GetBytes(given)) : ReadFile();
    }

    /// <summary>Reads the key, if there is one. Throws <see cref="CannotStartException"/> where it cannot be, so call it at the start.</summary>
    public void Check() => Read();

    /// <summary>
    /// Loads the library of cryptography. It would be loaded on its first use, and the process ends where it cannot be: for want
    /// of a file handle, in the midst of service. It takes long, and nobody reads the catalogue by it: call it when the server listens.
    /// </summary>
    public static void LoadLibrary() => SHA256.HashData([]);

    private byte[]? ReadFile()
    {
        if (!System.IO.File.Exists(File))
            return null;
        try
        {
            CloseToOthers();
            var key = System.IO.File.ReadAllBytes(File);
            return key.Length == Bytes ? key : throw new CannotStartException($"{File} does not hold a key of {Bytes} bytes. Delete it to have a new one made; all tokens end with it.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The key {File} cannot be read, or not be closed to others: {e.Message}", e);
        }
    }

    private byte[] Make()
    {
        lock (_lock)
        {
            if (_key is not null)
                return _key;
            var key = RandomNumberGenerator.GetBytes(Bytes);
            // A read-only server writes nothing: its tokens then end with it.
            if (settings.ReadOnly)
                return _key = key;
            // Complete before it has its name, which is taken only if no other process was quicker.
            var partial = $"{File}.{Guid.NewGuid():N}";
            try
            {
                using (var file = new FileStream(partial, Options()))
                    file.Write(key);
                System.IO.File.Move(partial, File, overwrite: false);
                log.LogInformation("Made a key to sign tokens with: {File}", File);
                return _key = key;
            }
            catch (IOException) when (System.IO.File.Exists(File))
            {
                return _key = ReadFile()!;
            }
            finally
            {
                System.IO.File.Delete(partial);
            }
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private void CloseToOthers()
    {
        if (OperatingSystem.IsWindows() || (System.IO.File.GetUnixFileMode(File) & ~OwnerOnly) == 0)
            return;
        log.LogWarning("{File} could be read by others on this machine. It is closed to them now; if somebody may have read it, delete it, and a new one is made", File);
        System.IO.File.SetUnixFileMode(File, OwnerOnly);
    }
}
