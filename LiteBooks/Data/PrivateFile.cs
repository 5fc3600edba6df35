namespace LiteBooks.Data;

/// <summary>Makes database files, and folders for what comes from them, that on Unix only their owner can read: they hold addresses and hashes of passwords.</summary>
internal static class PrivateFile
{
    private const UnixFileMode ForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder with those above it, where they are not there.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, ForOwner | UnixFileMode.UserExecute);
    }

    /// <summary>Makes an empty file, which SQLite takes for an empty database; its journals get the same mode. One that is there stays as it is.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows() || Path.Exists(path))
            return;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = ForOwner };
        try
        {
            new FileStream(path, options).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The file {path} cannot be made: {e.Message}", e);
        }
    }
}
