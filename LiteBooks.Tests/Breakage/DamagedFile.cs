namespace LiteBooks.Tests.Breakage;

/// <summary>Ways in which a file comes to hold what nobody wrote into it.</summary>
internal static class DamagedFile
{
    /// <summary>Every bit of so many bytes, from a place on, becomes the other one.</summary>
    public static void Flip(string file, long at, int bytes) => Change(file, at, bytes, old => (byte)~old);

    /// <summary>The bytes of every page but the first, from a place in it on, as above.</summary>
    public static void FlipInEveryPage(string file, int at, int bytes)
    {
        const int pageSize = 4096;
        for (long page = pageSize; page + at + bytes <= new FileInfo(file).Length; page += pageSize)
            Flip(file, page + at, bytes);
    }

    /// <summary>All that it held is gone, and noise is there instead.</summary>
    public static void Garble(string file) => Change(file, 0, (int)new FileInfo(file).Length, _ => (byte)Random.Shared.Next(256));

    public static void CutTo(string file, long length)
    {
        using var stream = Open(file);
        stream.SetLength(length);
    }

    private static void Change(string file, long at, int bytes, Func<byte, byte> change)
    {
        using var stream = Open(file);
        var content = new byte[bytes];
        stream.Position = at;
        stream.ReadExactly(content);
        stream.Position = at;
        stream.Write([.. content.Select(change)]);
    }

    // As another program would that knows of no locks.
    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
}
