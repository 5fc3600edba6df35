using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LiteBooks.Data;

/// <summary>The calls of Unix that .NET has no name for. On Windows none of them is needed.</summary>
internal static partial class UnixCalls
{
    private const int ReadOnly = 0;
    private const int WriteOk = 2;
    private const int CurrentFolder = -100;
    private const uint BasicStats = 0x7FF;
    private const int KindMask = 0xF000;
    private const int KindFile = 0x8000;

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

    /// <summary>How many names (hard links) a file has; 1 where that cannot be told.</summary>
    public static int NamesOf(string file) => Look(file) is { } found ? (int)found.Names : 1;

    /// <summary>Whether what lies there is a file, and no device, pipe or socket; true where that cannot be told.</summary>
    public static bool IsFile(string path) => Look(path) is not { } found || (found.Mode & KindMask) == KindFile;

    // statx(2), whose answer lies the same way on every machine; the kernel and the C library have it since 2018.
    private static unsafe (uint Names, ushort Mode)? Look(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var answer = stackalloc byte[256];
        return StatX(CurrentFolder, path, flags: 0, BasicStats, answer) == 0 ? (*(uint*)(answer + 16), *(ushort*)(answer + 28)) : null;
    }

    private static SafeFileHandle Open(string path) => new(Open(path, ReadOnly), ownsHandle: true);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int StatX(int folder, string path, int flags, uint mask, byte* answer);
}
