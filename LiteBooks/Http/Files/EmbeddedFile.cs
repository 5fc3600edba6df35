using System.Buffers.Binary;
using System.IO.Compression;
using System.Reflection;
using LiteBooks.Http.Answers;

namespace LiteBooks.Http.Files;

/// <summary>A file that the program holds, packed: as a rule since it was built (<c>ServedFile</c> in the project file).</summary>
public sealed class EmbeddedFile
{
    private const string Packed = ".gz";

    private readonly Func<Stream> _open;
    private readonly Lazy<(string Tag, int Length)> _facts;

    private EmbeddedFile(Func<Stream> open)
    {
        _open = open;
        _facts = new(Look);
    }

    /// <summary>The file of this name.</summary>
    /// <exception cref="InvalidOperationException">There is none in the program.</exception>
    public static EmbeddedFile Named(string name) =>
        new(() => Assembly.GetExecutingAssembly().GetManifestResourceStream(name + Packed) ?? throw new InvalidOperationException($"The program holds no file {name}."));

    /// <summary>A file that the program has put together itself.</summary>
    public static EmbeddedFile Holding(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.SmallestSize))
            packing.Write(content);
        var held = packed.ToArray();
        return new(() => new MemoryStream(held, writable: false));
    }

    /// <summary>The names of all files in a folder of the program, such as <c>kiosk/</c>, in a fixed order.</summary>
    public static IReadOnlyList<string> NamesIn(string folder) =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Select(name => name[..^Packed.Length]).Order(StringComparer.Ordinal)];

    /// <summary>A strong entity tag of the content; it changes when the content does.</summary>
    public string Tag => _facts.Value.Tag;

    /// <summary>How many bytes the file has when it is unpacked.</summary>
    public int Length => _facts.Value.Length;

    /// <summary>The content as it was before it was packed.</summary>
    public Stream Open() => new GZipStream(_open(), CompressionMode.Decompress);

    /// <summary>The content as it is stored (gzip, RFC 1952).</summary>
    public Stream OpenPacked() => _open();

    private (string, int) Look()
    {
        using var stream = _open();
        var packed = new byte[stream.Length];
        stream.ReadExactly(packed);
        // A gzip member ends with the length of its content (RFC 1952, section 2.3.1).
        return (EntityTag.Of(packed, null), BinaryPrimitives.ReadInt32LittleEndian(packed.AsSpan()[^sizeof(int)..]));
    }
}
