using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LiteBooks.Data;

/// <summary>The calls of Unix that .NET has no name for. On Windows none of them is needed.</summary>
internal static partial class UnixCalls
{
    private const int ReadOnly = 0;
    private const int WriteOk = 2;

    /// <summary>Waits until the names in a folder are on disk as well: without it a power cut could undo a rename.</summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var handle = Open(folder);
        if (!handle.IsInvalid)
            RandomAccess.FlushToDisk(handle);
    }

    /// <summary>What a file holds, without asking for the lock that .NET takes on each file it opens; null where it cannot be read.</summary>
    public static byte[]? ReadPastLock(string file, int most)
    {
        using var handle = Open(file);
        if (handle.IsInvalid)
            return null;
        var bytes = new byte[most];
        return bytes[..RandomAccess.Read(handle, bytes, 0)];
    }

    /// <summary>Whether this process may write there, found out without doing it.</summary>
    public static bool MayWrite(string path) => OperatingSystem.IsWindows() || Access(path, WriteOk) == 0;

    private static SafeFileHandle Open(string path) => new(Open(path, ReadOnly), ownsHandle: true);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Access(string path, int mode);
}
