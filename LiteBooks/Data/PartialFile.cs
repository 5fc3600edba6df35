namespace LiteBooks.Data;

/// <summary>
/// A file that is made under another name and takes its own only when it is complete and on disk, so that whatever ends the
/// process leaves nothing half-made under the final name. On Unix only its owner can read it.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    private const string Mark = ".????????.partial";

    private static readonly string[] Companions = ["", "-journal", "-wal", "-shm"];

    private readonly string _final;

    // Held open, so that nobody takes it for a leftover.
    private readonly FileStream _held;

    /// <summary>Makes the file, empty. Leftovers of attempts at the same final name that were killed are removed first.</summary>
    public PartialFile(string final)
    {
        _final = final;
        RemoveLeftovers(System.IO.Path.GetDirectoryName(final)!, System.IO.Path.GetFileName(final));
        Path = $"{final}.{Guid.NewGuid().ToString("N")[..8]}.partial";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = Sharing };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _held = new FileStream(Path, options);
    }

    /// <summary>What is written here becomes the file, where nothing else writes it by its path.</summary>
    public Stream Content => _held;

    /// <summary>Where it is while it is made.</summary>
    public string Path { get; }

    // On Unix a lock that only .NET looks at, on Windows one that would shut out SQLite as well.
    private static FileShare Sharing => OperatingSystem.IsWindows() ? FileShare.ReadWrite : FileShare.None;

    /// <summary>Waits until the content is on disk.</summary>
    public void Flush()
    {
        _held.Flush();
        RandomAccess.FlushToDisk(_held.SafeFileHandle);
    }

    /// <summary>Gives the file its final name; where there is a file of that name already, throws <see cref="IOException"/> unless it may be overwritten.</summary>
    public void TakeName(bool overwrite) => Name(() => File.Move(Path, _final, overwrite));

    /// <summary>Takes the name of a file that is there, which stays under another: at no moment is there none.</summary>
    public void Replace(string oldBecomes) => Name(() => File.Replace(Path, _final, oldBecomes));

    /// <summary>Removes what killed processes have left behind of files whose final name matches. What is still being made stays.</summary>
    public static void RemoveLeftovers(string folder, string finalNames)
    {
        foreach (var file in Directory.GetFiles(folder, finalNames + Mark).Where(file => !IsHeld(file)))
            Delete(file);
    }

    // A file that has taken its name is not there under this one any more.
    public void Dispose()
    {
        _held.Dispose();
        Delete(Path);
    }

    private void Name(Action rename)
    {
        Flush();
        _held.Dispose();
        rename();
        UnixCalls.SyncFolder(System.IO.Path.GetDirectoryName(_final)!);
    }

    private static void Delete(string file)
    {
        foreach (var companion in Companions)
            File.Delete(file + companion);
    }

    private static bool IsHeld(string file)
    {
        try
        {
            using var probe = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
